namespace NewsIngest.Language.Model;

/// <summary>
/// A model file, embedded in the build as <c>Language/Model/NAME</c>: a number that names its version, then the model, not packed: unpacking
/// would hold up the start.
/// </summary>
internal sealed record ModelFile<T>(string Name, uint Magic, Func<ModelReader, T> Parse)
{
    /// <summary>Reads the file that is part of this build.</summary>
    /// <exception cref="ModelException">The model is not part of this build, or cannot be read.</exception>
    public T ReadResource()
    {
        using var stream = typeof(ModelFile<T>).Assembly.GetManifestResourceStream($"NewsIngest.Language.Model.{Name}");
        return Read(stream);
    }

    /// <exception cref="ModelException">The stream is null (no model in the build) or does not hold a model of this version.</exception>
    public T Read(Stream? stream)
    {
        if (stream is null) throw new ModelException($"The language model Language/Model/{Name} is not part of this build.");
        try
        {
            var reader = ModelReader.Open(stream);
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("It was written by another version.");
            return Parse(reader);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ModelException($"The language model Language/Model/{Name} cannot be read: {e.Message}", e);
        }
    }

    public void Write(FileInfo file, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            write(writer);
        }

        bytes.Position = 0;
        using var output = file.Create();
        bytes.CopyTo(output);
    }
}

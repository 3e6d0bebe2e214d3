using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;
using NewsIngest.Query;
using NewsIngest.Storage;
using NewsIngest.Storage.Backup;
using NewsIngest.Storage.Blobs;
using NewsIngest.Storage.Index;
using NewsIngest.Storage.Manifest;
using NewsIngest.Telemetry;

namespace NewsIngest;

/// <summary>Registers the whole product.</summary>
public static class NewsIngestServices
{
    /// <summary>Adds everything the functions need. A missing or wrong setting fails here, with its name.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be read.</exception>
    public static IServiceCollection AddNewsIngest(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var options = Options(configuration);
        StorageClients.Check(configuration);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(ParsingLimits.Read(configuration, options));
        services.AddSingleton<ArticleParser>();
        services.AddSingleton<EnglishAnnotator>();
        services.AddSingleton(p => GazetteerSource.Load(p.Get<StorageClients>(), options));
        services.AddSingleton(p => new EntityRecognizer(p.Get<Gazetteer>()));
        services.AddSingleton<ClaimExtractor>();
        services.AddSingleton<ArticleAnalyzer>();
        services.TryAddSingleton<Func<SourceFile, IReadOnlyList<Article>>>(p => p.Get<ArticleParser>().Parse);
        services.TryAddSingleton<Func<Article, ArticleAnalysis>>(p => p.Get<ArticleAnalyzer>().Analyze);
        AddStorage(services, configuration);
        services.AddSingleton(p => new ArticleIngestor(
            p.Get<SourceBlobs>(), p.Get<Func<SourceFile, IReadOnlyList<Article>>>(), p.Get<ManifestStore>(), p.Get<ParsedArticles>(), p.Get<ArticleRemover>(), options, p.Get<TimeProvider>()));
        services.AddSingleton(p => new ArticleExtractor(
            p.Get<Func<Article, ArticleAnalysis>>(), p.Get<ManifestStore>(), p.Get<ArticleBlobs>(), p.Get<IndexWriter>(), p.Get<ArticleRemover>(), options, p.Get<TimeProvider>()));
        services.AddSingleton(p => new ArticleUploader(p.Get<SourceBlobs>(), options));
        services.AddSingleton(p => new ArticleDeleter(p.Get<StorageClients>(), p.Get<ManifestStore>(), p.Get<ArticleRemover>(), p.Get<SourceBlobs>(), options, p.Get<TimeProvider>()));
        services.AddSingleton(p => new ArticleReprocessor(p.Get<StorageClients>(), p.Get<ManifestStore>(), p.Get<ArticleIngestor>(), options, p.Get<TimeProvider>()));
        services.AddSingleton(p => new PoisonQueues(p.Get<StorageClients>(), p.Get<ArticleReprocessor>(), p.Get<ArticleDeleter>()));
        services.AddSingleton(p => new StorageHealth(p.Get<StorageClients>(), p.Get<TimeProvider>()));
        services.AddTelemetryExport(configuration);
        services.AddSingleton(p => new QueueWatch(p.Get<StorageClients>(), p.Get<TimeProvider>(), p.Get<ILogger<QueueWatch>>()));
        services.AddSingleton(p => new ArticleExporter(p.Get<StorageClients>(), p.Get<ManifestStore>()));
        services.AddSingleton(p => new ArticleImporter(p.Get<StorageClients>(), p.Get<ManifestStore>(), p.Get<ArticleBlobs>(), p.Get<IndexWriter>(), p.Get<ArticleReprocessor>()));
        services.AddSingleton(p => new QueryService(
            new ClaimSearch(p.Get<IndexReader>()),
            new EntitySearch(p.Get<IndexReader>()),
            new ArticleSearch(p.Get<IndexReader>(), p.Get<ManifestStore>(), p.Get<ArticleBlobs>()),
            new StatusReader(p.Get<StorageClients>(), p.Get<ManifestStore>(), options, p.Get<TimeProvider>())));
        return services;
    }

    private static void AddStorage(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(p => StorageClients.Create(p, configuration));
        services.AddSingleton(p => new StorageSetup(p.Get<StorageClients>()));
        services.AddHostedService<StorageStartup>();
        services.AddSingleton<SourceBlobs>();
        services.AddSingleton<ArticleBlobs>();
        services.TryAddSingleton(ExtractionVersion.Current);
        services.AddSingleton<ManifestStore>();
        services.AddSingleton<ParsedArticles>();
        services.AddSingleton(p => new IndexWriter(p.Get<StorageClients>(), p.Get<TimeProvider>(), p.Get<StorageOptions>().MaxAttempts));
        services.AddSingleton<IndexReader>();
        services.AddSingleton<ArticleRemover>();
    }

    private static StorageOptions Options(IConfiguration configuration)
    {
        var options = new StorageOptions();
        var section = configuration.GetSection(StorageOptions.Section);
        var known = typeof(StorageOptions).GetProperties().Select(property => property.Name).Append(ParsingLimits.Section).ToList();
        if (section.GetChildren().FirstOrDefault(setting => !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)) is { } other)
            throw new InvalidOperationException($"The setting {StorageOptions.Section}:{other.Key} is not known; known are {string.Join(", ", known)}.");
        section.Bind(options);
        if (options.MaxFileBytes is < 1 or > int.MaxValue / 2)
            throw new InvalidOperationException($"The setting {StorageOptions.Section}:{nameof(options.MaxFileBytes)} must lie between 1 and {int.MaxValue / 2}.");
        if (options.MaxAttempts < 1) throw new InvalidOperationException($"The setting {StorageOptions.Section}:{nameof(options.MaxAttempts)} must be at least 1.");
        if (options.MaxStatusPages < 1) throw new InvalidOperationException($"The setting {StorageOptions.Section}:{nameof(options.MaxStatusPages)} must be at least 1.");
        if (options.OutagePatience < TimeSpan.Zero || options.OutagePatience > TimeSpan.FromMinutes(5))
            throw new InvalidOperationException($"The setting {StorageOptions.Section}:{nameof(options.OutagePatience)} must lie between nothing and five minutes.");
        if (options.NetworkTimeout < TimeSpan.FromMilliseconds(100) || options.NetworkTimeout > TimeSpan.FromMinutes(5))
            throw new InvalidOperationException($"The setting {StorageOptions.Section}:{nameof(options.NetworkTimeout)} must lie between a tenth of a second and five minutes.");
        if (options.DeletionCheck <= TimeSpan.Zero || options.DeletionCheck > TimeSpan.FromDays(7))
            throw new InvalidOperationException($"The setting {StorageOptions.Section}:{nameof(options.DeletionCheck)} must be longer than nothing and at most seven days.");
        return options;
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}

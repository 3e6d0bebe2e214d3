using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Drops files over HTTP: the body is one file named by ?name=, or a form with files. The articles are queryable soon after.</summary>
public sealed class PostArticle(ArticleUploader uploader)
{
    [Function(nameof(PostArticle))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "articles")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, () => UploadAsync(request, cancellationToken));

    private async Task<IActionResult> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var uploads = new List<UploadAnswer>();
            await foreach (var file in UploadedFile.ReadAsync(request, cancellationToken))
            {
                await using var content = file.Content;
                uploads.Add(UploadAnswer.From(await uploader.UploadAsync(file.Name, content, file.ContentType, cancellationToken)));
            }

            return uploads.Count > 0
                ? Answers.Accepted(new UploadsAnswer(uploads), ApiJson.Default.UploadsAnswer, uploads[0].Location)
                : Answers.BadRequest("name", "give the file's name as ?name=, or send a form with files");
        }
        catch (UploadException exception)
        {
            return Answers.BadRequest("name", exception.Message);
        }
        catch (InvalidDataException exception)
        {
            return Answers.BadRequest("body", exception.Message);
        }
    }
}

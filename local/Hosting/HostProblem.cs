using Microsoft.AspNetCore.WebUtilities;

namespace NewsIngest.Local.Hosting;

/// <summary>What the host itself refuses, as RFC 9457 puts it.</summary>
internal static class HostProblem
{
    public static IResult Of(int status) => Results.Problem(Detail(status), statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), type: "about:blank");

    private static string Detail(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Send a key that opens this address, as the header x-functions-key or the parameter code.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status500InternalServerError => "The request failed; the log of the host says why.",
        _ => "The request cannot be served.",
    };
}

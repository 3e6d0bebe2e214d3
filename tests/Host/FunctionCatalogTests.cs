using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Local.Hosting;
using Xunit;

namespace NewsIngest.Tests.Host;

/// <summary>What the development host cannot run as the real one does stops its start, and the message says what.</summary>
public sealed class FunctionCatalogTests
{
    [Theory]
    [InlineData(typeof(NoTrigger), "Function Lonely has 0 triggers")]
    [InlineData(typeof(TwoTriggers), "Function Torn has 2 triggers")]
    [InlineData(typeof(UnboundParameter), "cannot bind parameter 'colour' of type ConsoleColor")]
    [InlineData(typeof(MisspelledRouteValue), "cannot bind parameter 'key' of type String")]
    [InlineData(typeof(PatternInBlobPath), "'articles/{name}.txt' is not of the form container/{name}")]
    [InlineData(typeof(HiddenClass), "public instance methods of public classes")]
    [InlineData(typeof(SystemLevel), "no keys of level System")]
    public void A_function_it_cannot_run_is_refused_by_name(Type type, string message)
    {
        var exception = Assert.Throws<HostStartException>(() => FunctionCatalog.Discover([type]));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_functions_of_one_name_are_refused()
    {
        var exception = Assert.Throws<HostStartException>(() => FunctionCatalog.Discover([typeof(Fine), typeof(FineAgain)]));

        Assert.Contains("Two functions are called Fine", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_it_can_run_is_found()
    {
        var function = Assert.Single(FunctionCatalog.Discover([typeof(Fine)]));

        Assert.Equal(new QueueFunctionTrigger("work"), function.Trigger);
    }

    public sealed class Fine
    {
        [Function("Fine")]
        public void Run([QueueTrigger("work")] string message) => ArgumentNullException.ThrowIfNull(message);
    }

    public sealed class FineAgain
    {
        [Function("Fine")]
        public void Run([QueueTrigger("work")] string message) => ArgumentNullException.ThrowIfNull(message);
    }

    public sealed class NoTrigger
    {
        [Function("Lonely")]
        public void Run(CancellationToken cancellationToken) => cancellationToken.ThrowIfCancellationRequested();
    }

    public sealed class TwoTriggers
    {
        [Function("Torn")]
        public void Run([QueueTrigger("a")] string a, [QueueTrigger("b")] string b) => ArgumentNullException.ThrowIfNull(a + b);
    }

    public sealed class UnboundParameter
    {
        [Function("Painter")]
        public void Run([QueueTrigger("work")] string message, ConsoleColor colour) => ArgumentNullException.ThrowIfNull($"{message}{colour}");
    }

    public sealed class MisspelledRouteValue
    {
        [Function("Getter")]
        public void Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "things/{id}")] HttpRequest request, string key) =>
            ArgumentNullException.ThrowIfNull($"{request}{key}");
    }

    public sealed class PatternInBlobPath
    {
        [Function("Texts")]
        public void Run([BlobTrigger("articles/{name}.txt")] Azure.Storage.Blobs.BlobClient blob) => ArgumentNullException.ThrowIfNull(blob);
    }

    public sealed class SystemLevel
    {
        [Function("Webhook")]
        public void Run([HttpTrigger(AuthorizationLevel.System, "post")] HttpRequest request) => ArgumentNullException.ThrowIfNull(request);
    }

    internal sealed class HiddenClass
    {
        [Function("Hidden")]
        public void Run([QueueTrigger("work")] string message) => ArgumentNullException.ThrowIfNull(message);
    }
}

using NewsIngest.Local.Hosting;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Infra;

/// <summary>Events of files reach the functions that wait for them.</summary>
public sealed class EventTemplateTests
{
    private const string Subscriptions = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    private static readonly IReadOnlyList<FunctionDescriptor> Functions = FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly);

    [Fact]
    public void New_files_are_told_to_the_blob_function_with_the_key_of_the_host()
    {
        var function = Functions.Single(function => function.Trigger is BlobFunctionTrigger);
        var destination = Deployment.Connected.Subscription("file-created").GetProperty("destination");
        var url = destination.At("properties", "endpointUrl").GetString()!;

        Assert.Equal("WebHook", destination.GetProperty("endpointType").GetString());
        Assert.StartsWith("[format('https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}', ", url, StringComparison.Ordinal);
        Assert.Contains($".defaultHostName, '{function.Name}', listKeys(", url, StringComparison.Ordinal);
        Assert.EndsWith("/host/default', '2024-04-01').systemKeys.blobs_extension)]", url, StringComparison.Ordinal);
        Assert.Equal($"Host.Functions.{function.Name}", function.Id);
    }

    [Fact]
    public void Only_calls_that_finish_a_file_of_the_container_count()
    {
        var container = ((BlobFunctionTrigger)Functions.Single(function => function.Trigger is BlobFunctionTrigger).Trigger).Container;
        var filter = Deployment.Connected.Subscription("file-created").GetProperty("filter");
        var api = Assert.Single(filter.GetProperty("advancedFilters").EnumerateArray());

        Assert.Equal(StorageNames.ArticlesContainer, container);
        Assert.Equal($"/blobServices/default/containers/{container}/blobs/", filter.GetProperty("subjectBeginsWith").GetString());
        Assert.Equal(["Microsoft.Storage.BlobCreated"], filter.GetProperty("includedEventTypes").EnumerateArray().Select(type => type.GetString()));
        Assert.Equal(("data.api", "StringIn"), (api.GetProperty("key").GetString(), api.GetProperty("operatorType").GetString()));
        Assert.Equal(["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"], api.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void Without_a_deployed_app_there_is_no_subscription_that_needs_its_key()
    {
        Assert.Equal(["file-deleted"], Deployment.Dev.NamesOf(Subscriptions));
        Assert.Equal(["file-deleted", "file-created"], Deployment.Connected.NamesOf(Subscriptions));
    }

    [Fact]
    public void Deleted_files_are_told_through_the_queue_of_the_function_that_follows_them()
    {
        var function = Functions.Single(function => function.Name == nameof(NewsIngest.Functions.FollowDeletion));
        var subscription = Deployment.Dev.Subscription("file-deleted");
        var destination = subscription.At("deliveryWithResourceIdentity", "destination");

        Assert.Equal(new QueueFunctionTrigger(destination.At("properties", "queueName").GetString()!), function.Trigger);
        Assert.Equal("StorageQueue", destination.GetProperty("endpointType").GetString());
        Assert.Equal($"/blobServices/default/containers/{StorageNames.ArticlesContainer}/blobs/", subscription.At("filter", "subjectBeginsWith").GetString());
        Assert.Equal(["Microsoft.Storage.BlobDeleted"], subscription.At("filter", "includedEventTypes").EnumerateArray().Select(type => type.GetString()));
    }

    [Theory]
    [InlineData("file-created")]
    [InlineData("file-deleted")]
    public void What_cannot_be_delivered_is_tried_again_and_then_kept(string name)
    {
        var subscription = Deployment.Connected.Subscription(name);
        var deadLetters = subscription.GetProperty("deadLetterWithResourceIdentity");

        Assert.Equal(30, subscription.At("retryPolicy", "maxDeliveryAttempts").GetInt32());
        Assert.Equal(1440, subscription.At("retryPolicy", "eventTimeToLiveInMinutes").GetInt32());
        Assert.Equal("SystemAssigned", deadLetters.At("identity", "type").GetString());
        Assert.Equal("deadletters", deadLetters.At("deadLetterDestination", "properties", "blobContainerName").GetString());
    }
}

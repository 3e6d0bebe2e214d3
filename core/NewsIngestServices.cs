using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsIngest.Analysis;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;
using NewsIngest.Query;
using NewsIngest.Storage;

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
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ArticleParser>();
        services.AddSingleton<EnglishAnnotator>();
        services.AddSingleton<EntityRecognizer>();
        services.AddSingleton<ClaimExtractor>();
        services.AddSingleton<ArticleAnalyzer>();
        services.AddSingleton<StorageSetup>();
        services.AddSingleton<ArticleIngestor>();
        services.AddSingleton<ArticleExtractor>();
        services.AddSingleton<ArticleUploader>();
        services.AddSingleton<ArticleDeleter>();
        services.AddSingleton<QueryService>();
        return services;
    }
}

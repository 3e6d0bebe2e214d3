using NetArchTest.Rules;
using NewsIngest.Articles;
using Xunit;

namespace NewsIngest.Tests.House;

/// <summary>The arrows between the folders of core point one way.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Layers = ["Lookup", "Articles", "Parsing", "Language", "Entities", "Claims", "Analysis", "Storage", "Query"];

    public static TheoryData<string, string[]> AllowedArrows => new()
    {
        { "Lookup", [] },
        { "Articles", ["Lookup"] },
        { "Parsing", ["Lookup", "Articles"] },
        { "Language", ["Lookup", "Articles"] },
        { "Entities", ["Lookup", "Articles", "Language"] },
        { "Claims", ["Lookup", "Articles", "Language", "Entities"] },
        { "Analysis", ["Lookup", "Articles", "Language", "Entities", "Claims"] },
    };

    [Theory]
    [MemberData(nameof(AllowedArrows))]
    public void A_folder_of_core_depends_only_on_the_folders_before_it(string folder, string[] allowed)
    {
        var types = Types.InAssembly(typeof(Article).Assembly).That().ResideInNamespace($"NewsIngest.{folder}");
        Assert.NotEmpty(types.GetTypes());
        var forbidden = Layers.Except([folder, .. allowed]).Select(name => $"NewsIngest.{name}").ToArray();

        var result = types.ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        Assert.True(result.IsSuccessful, $"{folder} must not depend on: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Only_storage_knows_the_Azure_SDK()
    {
        var result = Types.InAssembly(typeof(Article).Assembly)
            .That().ResideInNamespace("NewsIngest").And().DoNotResideInNamespace("NewsIngest.Storage")
            .ShouldNot().HaveDependencyOnAny("Azure")
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}

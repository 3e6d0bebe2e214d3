using System.CommandLine;

namespace NewsIngest.Local.Commands;

/// <summary>Which host a command asks.</summary>
internal sealed class ApiOptions
{
    private readonly Option<string> address = new("--base") { Description = "Base address of the host", HelpName = "URL", DefaultValueFactory = _ => ApiClient.UsualBase };
    private readonly Option<string?> key = new("--key") { Description = $"Function key of the host [default: the setting {ApiClient.KeySetting}]", HelpName = "KEY" };

    public void AddTo(Command command)
    {
        command.Options.Add(address);
        command.Options.Add(key);
    }

    public ApiClient Open(ParseResult options) => new(options.GetValue(address)!, options.GetValue(key));
}

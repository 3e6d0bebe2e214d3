using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>Shows log lines where the progress is shown, so that neither spoils the other.</summary>
[ProviderAlias("View")]
internal sealed class ViewLoggerProvider(IAnsiConsole console) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new ViewLogger(console);

    public void Dispose()
    {
    }

    private sealed class ViewLogger(IAnsiConsole console) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var style = new Style(logLevel >= LogLevel.Error ? Color.Red : logLevel == LogLevel.Warning ? Color.Yellow : Color.Grey);
            console.WriteLine(formatter(state, exception), style);
        }
    }
}

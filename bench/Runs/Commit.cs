using System.ComponentModel;
using System.Diagnostics;
using NewsIngest.Local;

namespace NewsIngest.Bench.Runs;

/// <summary>The commit that is measured.</summary>
internal static class Commit
{
    /// <summary>Its abbreviated hash, marked when files have changed since; "unknown" without git.</summary>
    public static string Describe()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty"]) { WorkingDirectory = ProjectLayout.Find().Root, RedirectStandardOutput = true })!;
            return git.StandardOutput.ReadToEnd().Trim();
        }
        catch (Win32Exception)
        {
            return "unknown";
        }
    }
}

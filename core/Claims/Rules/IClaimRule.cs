namespace NewsIngest.Claims.Rules;

/// <summary>One way in which a text reports what somebody says. <see cref="Id"/> is stored with every claim the rule makes.</summary>
internal interface IClaimRule
{
    string Id { get; }

    /// <summary>The claim that the cue makes by this rule, or null.</summary>
    ClaimDraft? Apply(RuleContext context);
}

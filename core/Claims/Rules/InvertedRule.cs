namespace NewsIngest.Claims.Rules;

/// <summary>"The road is closed, said the police, who …": like <see cref="ParentheticalRule"/>, but tried before the subject after the verb is read as a clause.</summary>
internal sealed class InvertedRule : IClaimRule
{
    private readonly ParentheticalRule parenthetical = new();

    public string Id => parenthetical.Id;

    public ClaimDraft? Apply(RuleContext context) => context.IsInverted ? parenthetical.Apply(context) : null;
}

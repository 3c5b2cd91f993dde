package org.leadscore.rules.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKind;
import org.leadscore.kind.TextKinds;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.next.Accounts.By;
import org.leadscore.rules.next.Accounts.Combine;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the key {@code accounts}. */
public final class AccountsReader {

    private static final String DOMAIN = "domain";
    private static final Combine SUM = new Combine.Top(Integer.MAX_VALUE);
    public static final Map<String, Combine> WORDS =
            Map.of("sum", SUM, "max", new Combine.Top(1), "mean", new Combine.Mean());

    private final Findings findings;
    private final ScalarTypes values;
    private final ConditionReader conditions;
    private final TextKinds kinds;

    AccountsReader(Findings findings, ConditionReader conditions, TextKinds kinds) {
        this.findings = findings;
        this.values = new ScalarTypes(findings);
        this.conditions = conditions;
        this.kinds = kinds;
    }

    @Nullable
    Accounts read(@Nullable YamlTree tree) {
        MappingFields fields =
                tree == null ? null : MappingFields.of(tree, "accounts", findings, List.of("by", "combine", "columns"));
        if (fields == null) {
            return null;
        }
        fields.need("by", "accounts need by, a contact column such as company, or domain: {by: company}");
        YamlTree by = fields.tree("by");
        YamlTree combine = fields.tree("combine");
        return new Accounts(
                by == null ? domain(null) : by(by),
                combine == null ? SUM : combine(combine),
                conditions.columns(fields.texts("columns")));
    }

    private By by(YamlTree tree) {
        if (tree instanceof Mapping) {
            MappingFields fields = MappingFields.of(tree, "by", findings, List.of(DOMAIN));
            Scalar column = fields == null ? null : fields.text(DOMAIN);
            if (fields != null) {
                fields.need(DOMAIN, "by must be a contact column, domain, or {domain: column}");
            }
            return domain(column == null ? null : ConditionReader.column(column));
        }
        Scalar name = values.text(tree, "by");
        return name == null || name.text().equals(DOMAIN) ? domain(null) : new By.Column(ConditionReader.column(name));
    }

    /** Accounts by domain, without the domains at which anybody can have a mailbox: those say nothing of a company. */
    private By domain(@Nullable Field column) {
        List<TextKind> nobodys = TextKinds.extensible().stream()
                .map(kinds::named)
                .flatMap(Optional::stream)
                .toList();
        return new By.Domain(column, nobodys);
    }

    private Combine combine(YamlTree tree) {
        if (tree instanceof Mapping) {
            MappingFields fields = MappingFields.of(tree, "combine", findings, List.of("top"));
            if (fields != null) {
                fields.need("top", "combine must be sum, max, mean or {top: 3}");
            }
            Integer top = fields == null ? null : fields.whole("top", 1, Integer.MAX_VALUE);
            return top == null ? SUM : new Combine.Top(top);
        }
        if (tree instanceof Gap) {
            return SUM;
        }
        Combine word = values.choice(tree, "combine", WORDS);
        return word == null ? SUM : word;
    }
}

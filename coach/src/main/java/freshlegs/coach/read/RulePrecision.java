package freshlegs.coach.read;

import freshlegs.model.Status;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How often people held the alerts of some rules and one status for right. */
public record RulePrecision(
        Optional<String> ruleSet, List<String> rules, Status status, int alerts, int right, int wrong, int unsure) {
    /** Of a cause, of all athletes or of those that are named. */
    static final String SELECT = """
            select rule_set, rules, status, count(*) as alerts, count(*) filter (where verdict = 'right') as judged_right,
                   count(*) filter (where verdict = 'wrong') as judged_wrong,
                   count(*) filter (where verdict = 'unsure') as judged_unsure
            from freshlegs.counted_alert
            where cause = ? and (? or athlete = any (string_to_array(?, ',')))
            group by rule_set, rules, status
            order by rule_set desc, rules, ledger.severity(status) desc
            """;

    static RulePrecision read(Row row) throws SQLException {
        return new RulePrecision(
                row.optionalText("rule_set").filter(name -> !name.isEmpty()),
                row.jsonList("rules", String.class),
                row.constant("status", Status.class),
                row.whole("alerts"),
                row.whole("judged_right"),
                row.whole("judged_wrong"),
                row.whole("judged_unsure"));
    }
}

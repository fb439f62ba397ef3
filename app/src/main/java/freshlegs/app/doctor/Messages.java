package freshlegs.app.doctor;

import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What people are told, and where it does not reach them. */
final class Messages {
    /** Messages bound to a delivery end as it does, so those are counted there. */
    private static final String UNION = """
            (select 'message ' || id as name, state, attempts, coalesce(next_attempt_at, not_before) as due, created_at
               from ledger.outbox where delivery_id is null
             union all
             select 'delivery ' || id, state, attempts, coalesce(next_attempt_at, created_at), created_at
               from ledger.delivery) as message
            """;

    private Messages() {}

    static List<Finding> deliveries(Site site) throws NotAsked, SQLException {
        List<Finding> findings = new ArrayList<>();
        Table failed = Sql.ask(
                site,
                "ledger.delivery",
                List.of("name"),
                UNION + " WHERE state = 'FAILED' AND created_at > now() - interval '7 days' ORDER BY created_at DESC"
                        + " LIMIT 100");
        if (!failed.rows().isEmpty()) {
            findings.add(Finding.problem(
                    failed.rows().size() + " message(s) of the last 7 days were given up, the latest " + first(failed)
                            + ".",
                    "run `freshlegs trace` with the alert's id, and test the channel at /account/channels"));
        }
        Table trying = Sql.ask(
                site,
                "ledger.delivery",
                List.of("name"),
                UNION + " WHERE state IN ('PENDING', 'SENDING') AND attempts > 0 ORDER BY created_at LIMIT 100");
        if (!trying.rows().isEmpty()) {
            findings.add(Finding.warning(
                    trying.rows().size() + " message(s) did not reach their receiver and are tried again, the oldest "
                            + first(trying) + ".",
                    "see whether the receiver answers (FRESHLEGS_WEBHOOK, FRESHLEGS_SMTP, or the channel's own test)"));
        }
        Table due = Sql.ask(
                site,
                "ledger.outbox_due",
                List.of("id"),
                "ledger.outbox_due WHERE attempts = 0 AND not_before < now() - interval '"
                        + site.limits().waiting().toSeconds() + " seconds' LIMIT 100");
        if (!due.rows().isEmpty()) {
            findings.add(Finding.problem(
                    due.rows().size() + " message(s) are due and nobody sends them.",
                    "start `freshlegs run`, or `freshlegs coach` where the parts run apart"));
        }
        return findings.isEmpty() ? List.of(Finding.ok("No message waits or was given up.")) : findings;
    }

    static List<Finding> channels(Site site) throws NotAsked, SQLException {
        Table troubled = Sql.ask(
                site,
                "access.channel",
                List.of("id", "kind", "account", "paused", "failures"),
                "access.channel WHERE paused OR failures > 0 ORDER BY account, id LIMIT 100");
        if (troubled.rows().isEmpty()) {
            return List.of(Finding.ok("No channel fails or is paused."));
        }
        return troubled.objects()
                .map(row -> {
                    String which = "The " + Show.text(row, "kind") + " channel " + Show.text(row, "id") + " of "
                            + Show.text(row, "account");
                    return "true".equals(Show.text(row, "paused"))
                            ? Finding.warning(
                                    which + " is paused, so nothing is sent there.",
                                    "its owner resumes it at /account/channels")
                            : Finding.warning(
                                    which + " has failed " + Show.text(row, "failures") + " time(s) in a row.",
                                    "its owner tests and mends it at /account/channels");
                })
                .toList();
    }

    private static String first(Table table) {
        return table.objects().map(row -> Show.text(row, "name")).findFirst().orElse("");
    }
}

package freshlegs.app.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;

/** This machine's clock against those of the others, and the rules by which it knows local days. */
final class Clocks {
    private static final int OLD_RULES_YEARS = 3;

    private Clocks() {}

    /** Somebody else's clock, read between two looks at ours. */
    private interface Other {
        OptionalLong millis() throws Exception;
    }

    static List<Finding> agree(Site site) throws Exception {
        List<Finding> findings = new ArrayList<>();
        compare(site, "PostgreSQL", () -> postgres(site), findings);
        compare(site, "Kafka", () -> kafka(site), findings);
        findings.add(rules(site));
        return findings;
    }

    private static void compare(Site site, String whose, Other other, List<Finding> findings) throws Exception {
        Instant before = site.clock().instant();
        OptionalLong there;
        try {
            there = other.millis();
        } catch (NotAsked e) {
            findings.add(Finding.notAsked(String.valueOf(e.getMessage())));
            return;
        }
        Instant after = site.clock().instant();
        if (there.isEmpty()) {
            findings.add(Finding.notAsked(whose + " does not tell its time."));
            return;
        }
        Instant at = Instant.ofEpochMilli(there.getAsLong());
        Duration apart = at.isBefore(before)
                ? Duration.between(at, before)
                : at.isAfter(after) ? Duration.between(after, at) : Duration.ZERO;
        String sentence = "This machine's clock and that of " + whose + " are " + said(apart) + " apart.";
        String fix = "let a time service such as chrony set the clocks of both machines";
        if (apart.compareTo(site.limits().clockProblem()) > 0) {
            findings.add(Finding.problem(sentence, fix));
        } else if (apart.compareTo(site.limits().clockWarning()) > 0) {
            findings.add(Finding.warning(sentence, fix));
        } else {
            findings.add(Finding.ok("This machine's clock and that of " + whose + " agree."));
        }
    }

    private static String said(Duration apart) {
        return apart.toMinutes() > 2 ? apart.toMinutes() + " min" : apart.toSeconds() + " s";
    }

    private static OptionalLong postgres(Site site) throws NotAsked, SQLException {
        site.database();
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select (extract(epoch from clock_timestamp()) * 1000)::bigint")) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** The leader of the quorum notes when each replica was last abreast; of itself it notes the present. */
    private static OptionalLong kafka(Site site)
            throws NotAsked, InterruptedException, ExecutionException, TimeoutException {
        Admin admin = site.kafka();
        QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get(Cluster.ANSWER_SECONDS, TimeUnit.SECONDS);
        return quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                .filter(stamp -> stamp.isPresent() && stamp.getAsLong() > 0)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static Finding rules(Site site) {
        String version = ZoneRulesProvider.getVersions("UTC").lastKey();
        String sentence = "Java's time zone rules are those of " + version + ".";
        int year = site.clock().instant().atOffset(ZoneOffset.UTC).getYear();
        boolean old =
                version.matches("\\d{4}.*") && Integer.parseInt(version.substring(0, 4)) + OLD_RULES_YEARS <= year;
        return old
                ? Finding.warning(sentence, "update Java, so that days begin when they do where athletes live")
                : Finding.ok(sentence);
    }
}

package freshlegs.app.doctor;

import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Dead letters about which nobody has done anything yet; their content is not looked at. */
final class OpenLetters {
    private OpenLetters() {}

    static List<Finding> find(Site site) throws Exception {
        DeadLetters letters = letters(site);
        List<Finding> findings = new ArrayList<>();
        long ofStreams = letters.open(Kind.STREAMS);
        if (ofStreams > 0) {
            findings.add(problem(ofStreams + " record(s) that the streams could not process wait for somebody."));
        }
        long ofTables = letters.open(Kind.WAREHOUSE);
        if (ofTables > 0) {
            findings.add(problem(ofTables + " record(s) could not become rows wait for somebody."));
        }
        return findings.isEmpty() ? List.of(Finding.ok("There are no dead letters.")) : findings;
    }

    private static Finding problem(String sentence) {
        return Finding.problem(sentence, "run `freshlegs dead-letters`, which says what and why");
    }

    private static DeadLetters letters(Site site) throws Exception {
        KafkaAddress kafka = kafka(site);
        return hasTables(site)
                ? DeadLetters.ofRecords(kafka, site.databaseAddress().orElseThrow())
                : DeadLetters.ofStreams(kafka);
    }

    private static KafkaAddress kafka(Site site) throws Exception {
        if (!site.kafka()
                .listTopics()
                .names()
                .get(Cluster.ANSWER_SECONDS, TimeUnit.SECONDS)
                .contains(Topics.DEAD_LETTER.name())) {
            throw new NotAsked("The topic of the dead letters is not there.");
        }
        return site.kafkaAddress().orElseThrow();
    }

    private static boolean hasTables(Site site) throws NotAsked, SQLException {
        return site.databaseAddress().isPresent()
                && Sql.exists(site, "ledger.dead_letter")
                && Sql.exists(site, "freshlegs.unreadable");
    }
}

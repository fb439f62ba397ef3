package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.ContentHash;
import freshlegs.model.Sport;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;
import freshlegs.streams.ARecording;
import freshlegs.streams.season.ATrainingBlock.Effect;
import freshlegs.streams.session.SessionAnalysis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds what some seeded facts say to what they said when {@link Season#FORMULAS} was last raised: a release that says anything
 * else of equal facts without raising it would leave the days of before beside its own.
 */
class FormulasTest {
    private static final String RESOURCE = "formulas.txt";
    private static final String FILE = "streams/src/test/resources/freshlegs/streams/season/" + RESOURCE;
    private static final long SEED = 20261125;
    private static final int SEASONS = 10;

    /** The number of the formulas, and the SHA-256 of the facts and of all that is told of them. */
    private record Line(String formulas, String facts, String results) {
        static Line read() throws IOException {
            try (InputStream in = FormulasTest.class.getResourceAsStream(RESOURCE)) {
                String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                String[] parts = text.strip().split(" ", -1);
                return new Line(parts[0], parts[1], parts[2]);
            }
        }

        static Line now(List<List<Fact>> athletes) {
            MessageDigest facts = ContentHash.sha256();
            MessageDigest results = ContentHash.sha256();
            for (List<Fact> athlete : athletes) {
                athlete.forEach(fact -> facts.update(Json.write(fact)));
                Oracle.of(athlete)
                        .all()
                        .forEach((topic, told) -> told.forEach((key, result) -> {
                            String line = topic.name() + " " + key + " " + result + "\n";
                            results.update(line.getBytes(StandardCharsets.UTF_8));
                        }));
            }
            return new Line(Integer.toString(Season.FORMULAS), hex(facts), hex(results));
        }

        /** What to do when this is not {@code held}. */
        String advice(Line held) {
            boolean forgotten = formulas.equals(held.formulas) && facts.equals(held.facts);
            return forgotten
                    ? "Equal facts give other days than before: raise Season.FORMULAS by one, run this test again and put the"
                            + " line that it then names into " + FILE + "."
                    : "The formulas' number or this test's own facts are other ones than before: put the line \""
                            + String.join(" ", formulas, facts, results) + "\" into " + FILE + ".";
        }

        private static String hex(MessageDigest digest) {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    @Test
    void equal_facts_say_the_same_until_the_number_of_the_formulas_is_raised() throws IOException {
        Line held = Line.read();
        Line now = Line.now(
                Stream.of(seasons(), blocks(), runs()).flatMap(List::stream).toList());

        assertThat(now).as(now.advice(held)).isEqualTo(held);
    }

    private static List<List<Fact>> seasons() {
        List<List<Fact>> seasons = new ArrayList<>();
        for (int i = 0; i < SEASONS; i++) {
            seasons.add(ASeason.of("ann", new Random(SEED + 7919L * i)));
        }
        return seasons;
    }

    /** Long enough for everything usual to be known, and for alerts. */
    private static List<List<Fact>> blocks() {
        return Stream.of(
                        ATrainingBlock.of(3).days(126).with(Effect.SEVERE, 91),
                        ATrainingBlock.of(4).days(112).with(Effect.PARADOXICAL, 91),
                        ATrainingBlock.of(6).days(100).illFrom(80))
                .map(block -> block.facts().stream()
                        .<Fact>flatMap(day -> Stream.of(day.profiles(), day.sessions(), day.readings(), day.checkIns())
                                .flatMap(List::stream))
                        .toList())
                .toList();
    }

    /** One of every kind, each the only one of its athlete. */
    private static List<List<Fact>> runs() {
        return Stream.of(
                        ARecording.steadyRun(),
                        ARecording.intervals(6, 90, 4.7, 90, 2.0),
                        ARecording.intervals(8, 20, 4.9, 70, 2.6),
                        ARecording.of(Sport.RUNNING).run(600, 2.8, 135).run(900, 3.9, 168),
                        ARecording.of(Sport.RUNNING)
                                .run(900, 3.0, 135)
                                .run(900, 3.4, 145)
                                .run(900, 3.75, 160),
                        ARecording.of(Sport.RUNNING)
                                .run(900, 2.7, 135)
                                .run(900, 2.9, 140)
                                .run(900, 3.1, 145),
                        ARecording.of(Sport.CYCLING).run(3000, 8, 140))
                .map(recording -> SessionAnalysis.of(recording.build()))
                .map(session -> List.of(threshold(session), session))
                .toList();
    }

    private static Fact threshold(Session session) {
        return new Profile(
                session.athlete(),
                session.localDate(),
                "1",
                session.start(),
                session.start(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(50),
                OptionalInt.of(190),
                OptionalInt.of(170),
                OptionalInt.of(260));
    }
}

package freshlegs.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.season.ATrainingBlock;
import freshlegs.streams.season.ATrainingBlock.Effect;
import freshlegs.streams.signal.Aside;
import freshlegs.streams.signal.Evidence;
import freshlegs.streams.signal.Item;
import freshlegs.streams.signal.Limits;
import freshlegs.streams.signal.RestingJump;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words match certainty: the system suspects and never diagnoses, and the athlete's text is calmer than the coach's. */
class CarefulWordsTest {
    /** Words that name an illness or injury nobody has found, or claim more than numbers can show. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "overtrain|over-train|diagnos|injur|disease|disorder|syndrome|burn-?out|\\bsick\\b|certainly|definitely|clearly ill"
                    + "|undoubtedly|without doubt|\\bproves?\\b|proven|guarantee|\\bmust be\\b|you are ill|is ill\\b|is overreach"
                    + "|you are overreach",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FRIGHTENING = Pattern.compile(
            "[0-9]|\\bred\\b|amber|alarm|danger|severe|serious|fail|collapse|warning", Pattern.CASE_INSENSITIVE);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Every piece of text from which a sentence about an athlete can be made. */
    @Test
    void no_sentence_that_can_be_made_names_what_nobody_has_found() throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String folder : List.of("alert", "signal", "plan")) {
            pieces.addAll(literals(Path.of("src/main/java/freshlegs/streams", folder)));
        }

        assertThat(pieces).hasSizeGreaterThan(100);
        assertThat(pieces).filteredOn(piece -> FORBIDDEN.matcher(piece).find()).isEmpty();
    }

    @Test
    void no_sentence_of_a_whole_season_does() {
        List<String> sentences = new ArrayList<>();
        List<String> toAthletes = new ArrayList<>();
        Stream.of(
                        ATrainingBlock.of(3).days(126).with(Effect.SEVERE, 91),
                        ATrainingBlock.of(4).days(112).with(Effect.PARADOXICAL, 91),
                        ATrainingBlock.of(6).days(100).illFrom(80),
                        ATrainingBlock.of(7).days(126).with(Effect.SEVERE, 91).withoutCheckIns())
                .flatMap(block -> block.season().stream())
                .forEach(day -> {
                    sentences.add(day.status().why());
                    sentences.addAll(day.status().context());
                    sentences.addAll(day.status().missing());
                    day.episodes().forEach(episode -> {
                        sentences.addAll(List.of(
                                episode.why(),
                                episode.clears(),
                                episode.agreement(),
                                episode.confidence().why()));
                        sentences.addAll(episode.context());
                        toAthletes.add(episode.athleteWhy());
                    });
                });

        assertThat(sentences).filteredOn(said -> FORBIDDEN.matcher(said).find()).isEmpty();
        assertThat(toAthletes).isNotEmpty().allSatisfy(CarefulWordsTest::isCalm);
    }

    @Test
    void whatever_votes_the_athlete_reads_no_number_and_what_to_do() {
        for (Name name : Name.values()) {
            for (Status status : List.of(Status.AMBER, Status.RED)) {
                String said = ForAthlete.fatigue(voting(name), status);
                isCalm(said);
                assertThat(said)
                        .contains("signs of accumulating fatigue", "coach")
                        .containsPattern("eas(y|ily)");
            }
        }
    }

    @Test
    void whatever_was_told_the_athlete_reads_it_calmly() {
        for (Symptom symptom : Symptom.values()) {
            Symptoms told = new Symptoms(Set.of(symptom), false, true);
            String said = symptom.stopsTraining() ? ForAthlete.danger(told) : ForAthlete.illness(told);
            assertThat(said).doesNotContainPattern(FORBIDDEN).doesNotContainPattern("[0-9]");
            assertThat(said).contains(symptom.stopsTraining() ? "see a doctor" : "Rest");
        }
        Symptoms silent = new Symptoms(Set.of(), false, false);
        assertThat(ForAthlete.illness(silent)).contains("rest today");
        assertThat(ForAthlete.danger(silent)).contains("see a doctor");
    }

    private static void isCalm(String said) {
        assertThat(said).isNotBlank().doesNotContainPattern(FORBIDDEN);
        assertThat(FRIGHTENING.matcher(said).find()).as(said).isFalse();
    }

    private static Signals voting(Name name) {
        Domain domain = new Domain(
                name,
                true,
                true,
                OptionalDouble.of(60),
                name == Name.HRV ? "ms" : "bpm",
                OptionalDouble.of(50),
                OptionalDouble.of(2),
                OptionalDouble.of(3),
                1.5,
                3,
                40,
                OptionalDouble.of(1),
                OptionalInt.of(12),
                Optional.empty(),
                "");
        Evidence evidence = new Evidence(Optional.empty(), Optional.empty(), OptionalDouble.empty(), Map.of(), false);
        SignalDay day = new SignalDay(
                LocalDate.of(2026, 11, 20),
                evidence,
                List.of(),
                List.of(),
                Map.of(),
                List.of(Item.FATIGUE, Item.SORENESS),
                Optional.empty(),
                Aside.NONE);
        return new Signals(
                day,
                List.of(domain),
                new RestingJump(0, false, false),
                false,
                new Limits(1, 0.9, 1.3, 1.17, 0.4, 0.4, 1),
                0);
    }

    private static List<String> literals(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> literalsOf(file).stream()).toList();
        }
    }

    private static List<String> literalsOf(Path file) {
        try {
            List<String> found = new ArrayList<>();
            Matcher literal = LITERAL.matcher(Files.readString(file));
            while (literal.find()) {
                found.add(literal.group(1));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

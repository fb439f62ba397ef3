package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.model.fact.CheckIn.Symptom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Pain and symptoms, which may stop training. */
final class SafetyAnswers {
    @Option(names = "--pain", negatable = true, description = "Pain or a limp, or with --no-pain none.")
    private Optional<Boolean> pain = Optional.empty();

    @Option(
            names = "--symptom",
            paramLabel = "NAME",
            description = "One of chest-pain, palpitations, breathlessness, dizziness, fever, chills, body-ache,"
                    + " severe-cough, severe-headache, not-well-enough; may be repeated.")
    private List<String> symptoms = List.of();

    boolean isGiven() {
        return pain.isPresent() || !symptoms.isEmpty();
    }

    Optional<Boolean> pain() {
        return pain;
    }

    Set<Symptom> symptoms() {
        return symptoms.stream().map(SafetyAnswers::symptom).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Symptom symptom(String text) {
        try {
            return Symptom.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("--symptom must be one of " + names() + ", not \"" + text + "\".");
        }
    }

    private static String names() {
        return Arrays.stream(Symptom.values())
                .map(symptom -> symptom.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}

package freshlegs.coach.page;

import freshlegs.coach.access.Leavings;
import freshlegs.coach.access.Leavings.Progress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far it is that everything about somebody is erased; of whom it does not say. {@code gone} is the day by which the last bytes have
 * left Kafka's files.
 */
public record LeavingPage(boolean done, List<Step> steps, Optional<String> trouble, Optional<String> gone) {

    public LeavingPage {
        steps = List.copyOf(steps);
    }

    public static LeavingPage of(Progress progress, Voice voice) {
        return new LeavingPage(
                progress.finishedAt().isPresent(),
                Arrays.stream(Leavings.Step.values())
                        .filter(step -> step != Leavings.Step.DONE)
                        .map(step -> step(step, progress, voice))
                        .toList(),
                progress.trouble(),
                progress.goneAt().map(moment -> voice.sayings()
                        .day(LocalDate.ofInstant(moment, ZoneOffset.UTC).plusDays(1))));
    }

    private static Step step(Leavings.Step step, Progress progress, Voice voice) {
        String words = voice.say("leaving.step." + step.name().toLowerCase(Locale.ROOT));
        int far = step.compareTo(progress.step());
        if (far < 0) {
            return Step.done(words);
        }
        if (far > 0) {
            return Step.next(words).later();
        }
        return progress.trouble().map(trouble -> Step.stuck(words, trouble, "")).orElseGet(() -> Step.next(words));
    }
}

package freshlegs.app.evaluate;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledDays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * What is true of a history's days. A day is sound from the {@value #WARM_UP_DAYS}th on, when everything that can be known is,
 * unless the athlete is overreached or was within the last {@value #RECOVERY_DAYS} days: an alarm is false if it begins on a sound day.
 */
final class Truth {
    static final int WARM_UP_DAYS = 56;
    static final int RECOVERY_DAYS = 14;

    private final History history;
    private final BitSet sound = new BitSet();

    Truth(History history) {
        this.history = history;
        sound.set(Math.min(WARM_UP_DAYS, history.length()), history.length());
        for (LabelledDays label : history.athlete().labels()) {
            if (label.cause().isOverreaching()) {
                int from = Math.max(0, history.day(label.from()));
                int to = history.day(label.to()) + RECOVERY_DAYS + 1;
                sound.clear(from, Math.max(from, to));
            }
        }
    }

    BitSet soundDays() {
        return (BitSet) sound.clone();
    }

    boolean isSound(int day) {
        return day >= 0 && sound.get(day);
    }

    /** The labels of overreaching whose first {@code days} days the history holds; of others nobody can say how they went on. */
    List<LabelledDays> cases(int days) {
        return history.athlete().labels().stream()
                .filter(label -> label.cause().isOverreaching())
                .filter(label -> history.day(label.from()) >= 0 && history.day(label.from()) + days <= history.length())
                .toList();
    }

    /** What a label is called where causes are told apart: illnesses by whether the athlete told of a symptom. */
    String name(LabelledDays label) {
        String cause = label.cause().name().toLowerCase(Locale.ROOT);
        if (label.cause() != Cause.ILLNESS) {
            return cause;
        }
        return history.athlete().answers().stream().anyMatch(answer -> tellsOf(answer, label))
                ? Calls.ILLNESS_TOLD
                : Calls.ILLNESS_UNTOLD;
    }

    private static boolean tellsOf(AnswerRow answer, LabelledDays label) {
        return !answer.symptoms().isEmpty()
                && !answer.date().isBefore(label.from())
                && !answer.date().isAfter(label.to());
    }
}

package freshlegs.streams.alert;

import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.BaselineWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The alert days before today, oldest first, asked for what today's judgement rests on. */
public record AlertHistory(List<AlertDay> days) {

    public AlertHistory {
        days = List.copyOf(days);
    }

    /** The days that {@code today} is compared with: frozen at the alert's first day while one stands. */
    public BaselineWindow baselineWindow(LocalDate today, Rules rules) {
        Optional<FatigueLatch> standing = yesterday().flatMap(AlertDay::fatigue);
        Optional<LocalDate> restarted = yesterday().flatMap(AlertDay::baselineRestartedOn);
        boolean frozen = standing.isPresent() && !standing.get().isLasting(today, rules);
        List<LocalDate> unsound = new ArrayList<>();
        for (AlertDay day : days) {
            if (day.isUnsound() && (restarted.isEmpty() || day.date().isBefore(restarted.get()))) {
                unsound.add(day.date());
            }
        }
        return new BaselineWindow(frozen ? standing.get().since() : today, restarted, unsound, rules);
    }

    /** Whether yesterday ended in illness or danger. */
    public boolean isUnwell() {
        return yesterday()
                .map(day -> day.illness().isPresent() || day.danger().isPresent())
                .orElse(false);
    }

    /** What was planned until yesterday. */
    Phases phases() {
        return yesterday().map(AlertDay::phases).orElse(Phases.NONE);
    }

    Optional<AlertDay> yesterday() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
    }

    /** On how many of the last {@code count} days something held. */
    int count(int count, Predicate<AlertDay> what) {
        int held = 0;
        for (int i = Math.max(0, days.size() - count); i < days.size(); i++) {
            held += what.test(days.get(i)) ? 1 : 0;
        }
        return held;
    }

    AlertHistory with(AlertDay today) {
        List<AlertDay> all = new ArrayList<>(days.size() + 1);
        all.addAll(days);
        all.add(today);
        return new AlertHistory(all);
    }
}

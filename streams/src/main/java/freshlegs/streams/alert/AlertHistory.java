package freshlegs.streams.alert;

import freshlegs.streams.signal.BaselineWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The alert days before today, oldest first, asked for what today's judgement rests on. */
public record AlertHistory(List<AlertDay> days) {

    /** After so many days of one alert a human is asked and the baseline starts afresh; a lasting shift would never clear. */
    static final int FROZEN_DAYS = 28;

    public AlertHistory {
        days = List.copyOf(days);
    }

    /** The days that {@code today} is compared with: frozen at the alert's first day while one stands. */
    public BaselineWindow baselineWindow(LocalDate today) {
        Optional<FatigueLatch> standing = yesterday().flatMap(AlertDay::fatigue);
        Optional<LocalDate> restarted = yesterday().flatMap(AlertDay::baselineRestartedOn);
        boolean frozen = standing.isPresent() && standing.get().days(today) < FROZEN_DAYS;
        Set<LocalDate> unsound = days.stream()
                .filter(AlertDay::isUnsound)
                .map(AlertDay::date)
                .filter(day -> restarted.map(day::isBefore).orElse(true))
                .collect(Collectors.toUnmodifiableSet());
        return new BaselineWindow(frozen ? standing.get().since() : today, restarted, unsound);
    }

    /** Whether yesterday ended in illness or danger. */
    public boolean isUnwell() {
        return yesterday()
                .map(day -> day.illness().isPresent() || day.danger().isPresent())
                .orElse(false);
    }

    Optional<AlertDay> yesterday() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
    }

    /** On how many of the last {@code count} days something held. */
    int count(int count, Predicate<AlertDay> what) {
        return (int) days.subList(Math.max(0, days.size() - count), days.size()).stream()
                .filter(what)
                .count();
    }

    AlertHistory with(AlertDay today) {
        return new AlertHistory(java.util.stream.Stream.concat(days.stream(), java.util.stream.Stream.of(today))
                .toList());
    }
}

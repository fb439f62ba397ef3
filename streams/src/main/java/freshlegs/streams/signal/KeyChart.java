package freshlegs.streams.signal;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the day's key session, if there was one, stands, the chart of performance after it, and the key sessions that the next
 * days must remember. Two slow ones in a row or one that is clearly slow vote until the next one, for some days at most.
 */
record KeyChart(Standing standing, Chart chart, List<KeySession> carried) {
    private static final int CARRIED_BESIDES = 6;

    static KeyChart of(Past past, LocalDate date, Optional<KeySession> today) {
        List<KeySession> earlier = past.keySessions();
        List<KeySession> baseline = Performance.baseline(earlier, past.window(), past.rules());
        Optional<Performance> judged = today.flatMap(key -> Performance.of(key, baseline, past.rules()));
        Chart before = past.chart(Name.PERFORMANCE);
        return new KeyChart(
                judged.isPresent() ? judged.get().standing() : Standing.unknown(baseline.size()),
                judged.isPresent()
                        ? moved(before, judged.get().z(), lastWasSlow(earlier, date, past.rules()), past.rules())
                        : silent(before, past.rules()),
                carried(earlier, today, judged, past.rules()));
    }

    /** The mean z of the last two key sessions while the last one holds; half of the last one's when there is no other close to it. */
    double lately(LocalDate date, Rules rules) {
        OptionalDouble last = OptionalDouble.empty();
        LocalDate since = date.minusDays(rules.count(Threshold.PERFORMANCE_HOLDS_DAYS));
        for (int i = carried.size() - 1; i >= 0 && !carried.get(i).date().isBefore(since); i--) {
            OptionalDouble z = carried.get(i).z();
            if (z.isPresent() && last.isPresent()) {
                return to(3, (last.getAsDouble() + z.getAsDouble()) / 2);
            }
            if (z.isPresent()) {
                last = z;
                since = carried.get(i).date().minusDays(rules.count(Threshold.PERFORMANCE_IN_A_ROW_WITHIN));
            }
        }
        return to(3, last.orElse(0) / 2);
    }

    private static Chart moved(Chart before, double z, boolean afterASlowOne, Rules rules) {
        boolean votes = z >= rules.of(Threshold.PERFORMANCE_FLAG_ALONE)
                || (z >= rules.of(Threshold.PERFORMANCE_FLAG) && afterASlowOne);
        int inARow = before.silentDays() <= rules.count(Threshold.PERFORMANCE_HOLDS_DAYS) ? before.days() : 0;
        return new Chart(to(3, z), 0, votes ? inARow + 1 : 0, true);
    }

    private static Chart silent(Chart before, Rules rules) {
        int knownDays = rules.count(Threshold.PERFORMANCE_KNOWN_DAYS);
        int silent = Math.min(before.silentDays() + 1, knownDays + 1);
        boolean holds = silent <= rules.count(Threshold.PERFORMANCE_HOLDS_DAYS);
        boolean known = before.known() && silent <= knownDays;
        return new Chart(holds ? before.level() : 0, silent, holds ? before.days() : 0, known);
    }

    private static boolean lastWasSlow(List<KeySession> earlier, LocalDate date, Rules rules) {
        if (earlier.isEmpty()) {
            return false;
        }
        KeySession last = earlier.get(earlier.size() - 1);
        return last.z().orElse(0) >= rules.of(Threshold.PERFORMANCE_FLAG)
                && !last.date().isBefore(date.minusDays(rules.count(Threshold.PERFORMANCE_IN_A_ROW_WITHIN)));
    }

    private static List<KeySession> carried(
            List<KeySession> earlier, Optional<KeySession> today, Optional<Performance> judged, Rules rules) {
        if (today.isEmpty()) {
            return earlier;
        }
        List<KeySession> carried = new ArrayList<>(earlier);
        carried.add(today.get()
                .with(judged.isPresent() ? OptionalDouble.of(judged.get().z()) : OptionalDouble.empty()));
        return carried.subList(
                Math.max(0, carried.size() - rules.count(Threshold.PERFORMANCE_MOST_SESSIONS) - CARRIED_BESIDES),
                carried.size());
    }
}

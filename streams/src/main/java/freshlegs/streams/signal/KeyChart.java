package freshlegs.streams.signal;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.Domain.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the day's key session, if there was one, stands, the chart of performance after it, and the key sessions that the next
 * days must remember. Two of them in a row at z of 1 or one at 2.5 vote until the next one, ten days at most.
 */
record KeyChart(Standing standing, Chart chart, List<KeySession> carried) {
    private static final int MOST_CARRIED = 18;
    private static final int HOLDS_DAYS = 10;
    private static final int KNOWN_DAYS = 14;
    private static final double FLAG = 1.0;
    private static final double FLAG_ALONE = 2.5;
    private static final int CONSECUTIVE_WITHIN_DAYS = 28;

    static KeyChart of(Past past, LocalDate date, Optional<KeySession> today) {
        List<KeySession> earlier = past.keySessions();
        List<KeySession> baseline = Performance.baseline(earlier, past.window());
        Optional<Performance> judged = today.flatMap(key -> Performance.of(key, baseline));
        Chart before = past.chart(Name.PERFORMANCE);
        return new KeyChart(
                judged.isPresent() ? judged.get().standing() : Standing.unknown(baseline.size()),
                judged.isPresent() ? moved(before, judged.get().z(), lastWasSlow(earlier, date)) : silent(before),
                carried(earlier, today, judged));
    }

    private static Chart moved(Chart before, double z, boolean afterASlowOne) {
        boolean votes = z >= FLAG_ALONE || (z >= FLAG && afterASlowOne);
        int inARow = before.silentDays() <= HOLDS_DAYS ? before.days() : 0;
        return new Chart(to(3, z), 0, votes ? inARow + 1 : 0, true);
    }

    private static Chart silent(Chart before) {
        int silent = Math.min(before.silentDays() + 1, KNOWN_DAYS + 1);
        boolean holds = silent <= HOLDS_DAYS;
        boolean known = before.known() && silent <= KNOWN_DAYS;
        return new Chart(holds ? before.level() : 0, silent, holds ? before.days() : 0, known);
    }

    private static boolean lastWasSlow(List<KeySession> earlier, LocalDate date) {
        if (earlier.isEmpty()) {
            return false;
        }
        KeySession last = earlier.get(earlier.size() - 1);
        return last.z().orElse(0) >= FLAG && !last.date().isBefore(date.minusDays(CONSECUTIVE_WITHIN_DAYS));
    }

    private static List<KeySession> carried(
            List<KeySession> earlier, Optional<KeySession> today, Optional<Performance> judged) {
        if (today.isEmpty()) {
            return earlier;
        }
        List<KeySession> carried = new ArrayList<>(earlier);
        carried.add(today.get()
                .with(judged.isPresent() ? OptionalDouble.of(judged.get().z()) : OptionalDouble.empty()));
        return carried.subList(Math.max(0, carried.size() - MOST_CARRIED), carried.size());
    }
}

package freshlegs.app.evaluate;

import java.util.Optional;

/** One number that came out, on how much it rests, and where the true one lies with 95 % confidence where that can be said. */
record Figure(String key, String title, double seen, Optional<Interval> interval, String basis) {

    static Figure share(String key, String title, long hits, long of, String what) {
        return new Figure(
                key,
                title,
                (double) hits / of,
                Optional.of(Interval.ofShare(hits, of)),
                hits + " of " + of + " " + what);
    }

    static Figure rate(String key, String title, long events, double years) {
        return new Figure(
                key,
                title,
                events / years,
                Optional.of(Interval.ofRate(events, years)),
                events + " in " + Math.round(years) + " years");
    }

    static Figure plain(String key, String title, double seen, String basis) {
        return new Figure(key, title, seen, Optional.empty(), basis);
    }
}

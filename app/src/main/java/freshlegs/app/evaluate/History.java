package freshlegs.app.evaluate;

import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.NightRow;
import freshlegs.model.result.Episode;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A labelled athlete and the season that follows from the rows, days counted from its first. */
public record History(LabelledAthlete athlete, List<SeasonDay> days) {

    public History {
        days = List.copyOf(days);
    }

    /** Folds the rows as the streams would: every day from the first to the last, those without a row too. */
    public static History of(LabelledAthlete athlete, Rules rules) {
        List<SeasonDay> days = new ArrayList<>();
        for (DayFacts facts : RowFacts.of(athlete)) {
            days.add(Season.next(days, facts, rules));
        }
        return new History(athlete, days);
    }

    int length() {
        return days.size();
    }

    /** Which day of the history a date is; before the first one it is negative. */
    int day(LocalDate date) {
        return days.isEmpty()
                ? -1
                : Math.toIntExact(date.toEpochDay() - days.get(0).date().toEpochDay());
    }

    /** Every episode as it came to stand, by its first day. */
    public List<Episode> episodes() {
        Map<String, Episode> latest = new LinkedHashMap<>();
        for (SeasonDay day : days) {
            day.episodes().forEach(episode -> latest.put(episode.key(), episode));
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(Episode::firstDay).thenComparing(Episode::cause))
                .toList();
    }

    /** What each night measured, NaN where it did not; a night outside the history, of which nothing was heard, measured nothing. */
    double[] nightly(Function<NightRow, OptionalDouble> what) {
        double[] byDay = new double[length()];
        Arrays.fill(byDay, Double.NaN);
        for (NightRow night : athlete.nights()) {
            int day = day(night.date());
            if (day >= 0 && day < byDay.length) {
                byDay[day] = what.apply(night).orElse(Double.NaN);
            }
        }
        return byDay;
    }
}

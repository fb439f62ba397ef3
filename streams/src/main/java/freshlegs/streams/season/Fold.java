package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Folds an athlete's days forward from the first touched one. Days that come out as they were for as long as any day looks back
 * cannot change what follows, so the fold then goes on at the next touched day.
 */
final class Fold {
    private final Calendar calendar;
    private final Believed believed;
    private final Days days;
    private final Agenda agenda;
    private final Rules rules;

    Fold(Calendar calendar, Believed believed, Days days, Agenda agenda, Rules rules) {
        this.calendar = calendar;
        this.believed = believed;
        this.days = days;
        this.agenda = agenda;
        this.rules = rules;
    }

    /** How many days lie between the first touched and the last known day. */
    int reach(AthleteId athlete) {
        Optional<LocalDate> last = calendar.lastDay(athlete);
        Optional<LocalDate> first = calendar.firstDay(athlete);
        return agenda.firstDay(athlete)
                .flatMap(touched -> first.map(known -> touched.isBefore(known) ? known : touched))
                .flatMap(from -> last.map(to -> (int) Math.max(0, to.toEpochDay() - from.toEpochDay() + 1)))
                .orElse(0);
    }

    /** Folds at most {@code most} days and answers how many it did; what is left stays on the agenda. */
    int fold(AthleteId athlete, int most) {
        Optional<LocalDate> first = calendar.firstDay(athlete);
        Optional<LocalDate> last = calendar.lastDay(athlete);
        Optional<LocalDate> touched = agenda.firstDay(athlete);
        if (touched.isEmpty()) {
            return 0;
        }
        if (first.isEmpty() || last.isEmpty()) {
            days.removeAll(athlete);
            agenda.settleDays(athlete);
            return 0;
        }
        days.keepOnly(athlete, first.get(), last.get());
        return new Pass(athlete, first.get(), last.get()).from(touched.get(), most);
    }

    /** One way forward through one athlete's days. */
    private final class Pass {
        private final AthleteId athlete;
        private final LocalDate first;
        private final LocalDate last;
        private final LocalDate heardOf;
        private final Believed.Way way;
        private final Deque<SeasonDay> recent = new ArrayDeque<>();
        private int unchanged;

        Pass(AthleteId athlete, LocalDate first, LocalDate last) {
            this.athlete = athlete;
            this.first = first;
            this.last = last;
            this.heardOf = calendar.lastHeardOf(athlete).orElse(first.minusDays(1));
            this.way = believed.way(athlete, first, last);
        }

        int from(LocalDate touched, int most) {
            LocalDate day = startAt(touched);
            int done = 0;
            try {
                while (!day.isAfter(last) && done < most) {
                    boolean changed = foldDay(day);
                    done++;
                    unchanged = changed ? 0 : unchanged + 1;
                    day = unchanged < Season.LOOK_BACK_DAYS ? day.plusDays(1) : jumpFrom(day);
                }
            } finally {
                settle(day);
            }
            return done;
        }

        private LocalDate startAt(LocalDate touched) {
            LocalDate contiguous =
                    days.last(athlete).map(known -> known.plusDays(1)).orElse(first);
            LocalDate earliest = touched.isBefore(contiguous) ? touched : contiguous;
            LocalDate day = earliest.isBefore(first) ? first : earliest;
            recall(day);
            return day;
        }

        private LocalDate jumpFrom(LocalDate day) {
            LocalDate contiguous =
                    days.last(athlete).map(known -> known.plusDays(1)).orElse(first);
            LocalDate next = agenda.nextDay(athlete, day.plusDays(1))
                    .filter(touched -> touched.isBefore(contiguous))
                    .orElse(contiguous);
            if (next.isAfter(day.plusDays(1))) {
                recall(next);
            }
            unchanged = 0;
            return next;
        }

        private void recall(LocalDate day) {
            recent.clear();
            recent.addAll(days.before(athlete, day));
        }

        private boolean foldDay(LocalDate day) {
            SeasonDay next = next(way.on(day, !day.isAfter(heardOf)));
            recent.addLast(next);
            if (recent.size() > Season.LOOK_BACK_DAYS) {
                recent.removeFirst();
            }
            return days.replace(next);
        }

        private SeasonDay next(DayFacts facts) {
            try {
                return Season.next(List.copyOf(recent), facts, rules);
            } catch (RuntimeException e) {
                throw new UnfoldableDay(facts.date(), e);
            }
        }

        /** What is left to do begins at {@code day}; before it and behind the season's end nothing is. */
        private void settle(LocalDate day) {
            days.remember(athlete, day, List.copyOf(recent));
            if (day.isAfter(last)) {
                agenda.settleDays(athlete);
                return;
            }
            agenda.settleDaysBefore(athlete, day);
            agenda.touchDay(athlete, day);
        }
    }
}

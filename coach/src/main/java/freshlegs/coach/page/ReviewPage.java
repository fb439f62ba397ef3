package freshlegs.coach.page;

import static java.util.Comparator.comparing;

import freshlegs.coach.read.BoardRow;
import freshlegs.coach.read.ReviewedWeek;
import freshlegs.coach.read.RulePrecision;
import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A week of the athletes whom somebody sees, worst first: how each stands and why, what was run of what was planned, alerts and what was
 * said of them, what comes next, and of whom nothing arrived. {@code later} is the week after it, if that has begun.
 */
public record ReviewPage(
        String week,
        String span,
        String tally,
        List<Line> lines,
        List<String> silent,
        List<String> precision,
        String earlier,
        Optional<String> later) {

    /** One athlete; {@code worst} is how bad it got, if it was worse than at the week's end. */
    public record Line(
            String athlete,
            Standing standing,
            Optional<Standing> worst,
            String why,
            boolean lowConfidence,
            String runs,
            String distance,
            String said,
            List<Alert> alerts,
            List<Next> next,
            String silent) {
        public boolean isSilent() {
            return !silent.isEmpty();
        }

        public long waiting() {
            return next.stream().filter(Next::waits).count();
        }

        public long unanswered() {
            return alerts.stream().filter(alert -> alert.verdict().isEmpty()).count();
        }
    }

    /** An alert and what was said of it, in a word. */
    public record Alert(String id, String cause, String verdict) {}

    /** A session of the next week; {@code instead} is what it would be or is, when that is something else. */
    public record Next(String day, String planned, Optional<String> instead, boolean waits) {}

    public ReviewPage {
        lines = List.copyOf(lines);
        silent = List.copyOf(silent);
        precision = List.copyOf(precision);
    }

    /** {@code herself} says of whom the reader is the athlete, who is spoken to calmly; {@code last} is the last Monday that has begun. */
    public static ReviewPage of(
            LocalDate monday,
            LocalDate last,
            List<ReviewedWeek> weeks,
            Map<Episode.Cause, List<RulePrecision>> precision,
            Predicate<AthleteId> herself,
            Voice voice) {
        List<Line> lines = weeks.stream()
                .map(week -> line(week, monday, herself.test(week.athlete()), voice))
                .sorted(comparing((Line line) -> line.standing().place()).thenComparing(Line::athlete))
                .toList();
        return new ReviewPage(
                name(monday),
                voice.say("words.to", voice.shortDay(monday), voice.day(monday.plusDays(6))),
                tally(lines, voice),
                lines,
                lines.stream().filter(Line::isSilent).map(Line::athlete).toList(),
                Confirmed.byCause(precision, voice),
                name(monday.minusWeeks(1)),
                monday.isBefore(last) ? Optional.of(name(monday.plusWeeks(1))) : Optional.empty());
    }

    /** The Monday of the week that is looked back on: this one from Thursday on, else the one before. */
    public static LocalDate reviewedOn(LocalDate day) {
        return day.minusDays(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Of a Monday, such as {@code 2026-W47}. */
    public static String name(LocalDate monday) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** A calm that no day of the week has confirmed is not shown as calm. */
    private static Line line(ReviewedWeek week, LocalDate monday, boolean herself, Voice voice) {
        Standing standing = Standing.of(
                week.standing().map(ReviewedWeek.Standing::status).orElse(Status.UNKNOWN),
                week.standing().filter(known -> known.day().isBefore(monday)).isPresent(),
                voice);
        return new Line(
                week.athlete().value(),
                standing,
                week.worst().map(worst -> Standing.of(worst, voice)).filter(worst -> worst.place() < standing.place()),
                week.standing().map(known -> voice.units().prose(known.why())).orElse(voice.say("words.not-judged")),
                week.standing().map(ReviewedWeek.Standing::lowConfidence).orElse(false),
                voice.say("words.of", week.done().runs(), week.done().plannedRuns()),
                distance(week.done(), voice.units()),
                week.said()
                        .map(said -> voice.units().prose(herself ? said.calmly() : said.summary()))
                        .orElse(""),
                week.alerts().stream().map(alert -> alert(alert, voice)).toList(),
                week.next().stream().map(session -> next(session, voice)).toList(),
                !week.isSilent()
                        ? ""
                        : week.lastDeliveryAt()
                                .map(at -> voice.say("review.silent.since", voice.moment(at)))
                                .orElse(voice.say("review.silent.never")));
    }

    private static String distance(BoardRow.Week week, Units units) {
        String planned = week.plannedMetres() > 0 ? " / " + Numbers.whole(units.distanceOf(week.plannedMetres())) : "";
        return Numbers.whole(units.distanceOf(week.metres())) + planned + " " + units.distanceUnit();
    }

    private static Alert alert(ReviewedWeek.Alert alert, Voice voice) {
        return new Alert(
                alert.id(),
                EpisodePage.causeInWords(alert.cause(), voice),
                alert.verdict()
                        .map(verdict -> voice.say("review.verdict." + verdict))
                        .orElse(""));
    }

    private static Next next(ReviewedWeek.Session session, Voice voice) {
        Optional<String> instead = session.waits()
                ? session.instead()
                : Optional.of(session.prescribed()).filter(title -> !title.equals(session.planned()));
        return new Next(voice.shortDay(session.day()), session.planned(), instead, session.waits());
    }

    /** Such as {@code 1 amber, 2 green}, worst first. */
    private static String tally(List<Line> lines, Voice voice) {
        return lines.stream()
                .collect(Collectors.groupingBy(line -> line.standing().place(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> same.size() + " "
                        + same.get(0)
                                .standing()
                                .word()
                                .toLowerCase(voice.sayings().locale()))
                .collect(Collectors.joining(", "));
    }
}

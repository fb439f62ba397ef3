package freshlegs.coach.read;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.WeekReview;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The warehouse's views as questions the pages ask; with the rows beside it, this is the whole of the read contract. */
public final class Views {
    private final Snapshot snapshot;

    Views(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Within somebody's transaction. */
    public static Views over(Connection connection) {
        return new Views(new Snapshot(connection));
    }

    /** Throws {@link DatabaseAway} unless the views are there. */
    public boolean check() {
        return snapshot.list("select athlete from freshlegs.squad limit 1", Row::athlete)
                        .size()
                <= 1;
    }

    public List<SquadRow> squad() {
        return snapshot.list(SquadRow.SELECT + "order by athlete", SquadRow::read);
    }

    /** How far the tables have come; another number once anything was written that comes from a topic. */
    public long version() {
        return snapshot.first(
                        "select coalesce(sum(next_offset), 0)::bigint as version from freshlegs.kafka_offset",
                        row -> row.big("version"))
                .orElseThrow();
    }

    /** All athletes as the board shows them to an account at a moment, by their ids. */
    public List<BoardRow> board(String account, Instant now) {
        return snapshot.list(BoardRow.SELECT, BoardRow::read, now.atOffset(ZoneOffset.UTC), account);
    }

    /** All athletes' week from a Monday, by their ids. */
    public List<ReviewedWeek> reviewed(LocalDate monday) {
        Map<AthleteId, List<ReviewedWeek.Alert>> alerts =
                snapshot.list(ReviewedWeek.ALERTS, ReviewedWeek::alert, monday).stream()
                        .collect(Collectors.groupingBy(ReviewedWeek.Alert::athlete));
        Map<AthleteId, List<ReviewedWeek.Session>> next =
                snapshot.list(ReviewedWeek.NEXT, ReviewedWeek::session, monday).stream()
                        .collect(Collectors.groupingBy(ReviewedWeek.Session::athlete));
        return snapshot.list(ReviewedWeek.SELECT, row -> ReviewedWeek.read(row, alerts, next), monday);
    }

    public Optional<SquadRow> athlete(AthleteId athlete) {
        return snapshot.first(SquadRow.SELECT + "where athlete = ?", SquadRow::read, athlete.value());
    }

    public List<Prescription> plan(AthleteId athlete, LocalDate from, LocalDate to) {
        return snapshot.list(
                PlanRow.SELECT + "where p.athlete = ? and p.date between ? and ? order by p.date",
                PlanRow::read,
                athlete.value(),
                from,
                to);
    }

    /** The orders that people gave to weeks, by their Mondays. */
    public Map<LocalDate, List<DayOfWeek>> weekOrders(AthleteId athlete, LocalDate from, LocalDate to) {
        return snapshot
                .list(
                        "select local_date, days from freshlegs.week_order where athlete = ? and local_date between ? and ?",
                        row -> Map.entry(row.date("local_date"), row.jsonList("days", DayOfWeek.class)),
                        athlete.value(),
                        from,
                        to)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The first day of which a session is told. */
    public Optional<LocalDate> toldFrom(AthleteId athlete) {
        return toldDay(athlete, "min");
    }

    /** The last day of which a session is told. */
    public Optional<LocalDate> toldTo(AthleteId athlete) {
        return toldDay(athlete, "max");
    }

    private Optional<LocalDate> toldDay(AthleteId athlete, String which) {
        return snapshot.first(
                        "select " + which + "(date) as day from freshlegs.prescription where athlete = ?",
                        row -> row.optionalDate("day"),
                        athlete.value())
                .flatMap(day -> day);
    }

    /** What was stated last of the terms of an athlete's plan. */
    public Optional<TermsRow> terms(AthleteId athlete) {
        return snapshot.first(TermsRow.SELECT, TermsRow::read, athlete.value());
    }

    /** The day that it is where the athlete lives. */
    public LocalDate today(AthleteId athlete, Instant now) {
        return snapshot.first(
                        "select ledger.local_day(?, ?) as day",
                        row -> row.date("day"),
                        athlete.value(),
                        now.atOffset(ZoneOffset.UTC))
                .orElseThrow();
    }

    public List<StatusDay> statuses(AthleteId athlete, LocalDate from, LocalDate to) {
        return snapshot.list(
                StatusRow.SELECT + "where athlete = ? and date between ? and ? order by date",
                StatusRow::read,
                athlete.value(),
                from,
                to);
    }

    public List<TrendRow> trends(AthleteId athlete, LocalDate from, LocalDate to) {
        return snapshot.list(
                TrendRow.SELECT + "where athlete = ? and date between ? and ? order by date",
                TrendRow::read,
                athlete.value(),
                from,
                to);
    }

    /** Races and time trials, run or aimed at, one for each day. */
    public List<EventRow> events(AthleteId athlete, LocalDate from, LocalDate to) {
        String id = athlete.value();
        return snapshot.list(EventRow.SELECT, EventRow::read, id, id, id, from, to);
    }

    public List<PhaseRow> phases(AthleteId athlete, LocalDate from, LocalDate to) {
        return snapshot.list(PhaseRow.SELECT, PhaseRow::read, athlete.value(), to, from);
    }

    /** What the views say of single activities. */
    public RunViews runs() {
        return new RunViews(snapshot);
    }

    /** The latest first. */
    public List<WeekReview> reviews(AthleteId athlete, int limit) {
        return snapshot.list(
                ReviewRow.SELECT + "where athlete = ? order by week desc limit ?",
                ReviewRow::read,
                athlete.value(),
                limit);
    }

    /** Open ones first, then the latest. */
    public List<KnownEpisode> episodes(AthleteId athlete) {
        return snapshot.list(
                KnownEpisode.SELECT + "where athlete = ? and id is not null order by open desc, first_day desc, id",
                KnownEpisode::read,
                athlete.value());
    }

    /** Those of some athletes, the latest first, after the one that was given last. */
    public List<KnownEpisode> alerts(List<AthleteId> athletes, Optional<KnownEpisode.Place> after, int limit) {
        KnownEpisode.Place from = after.orElse(KnownEpisode.Place.BEFORE_ALL);
        return snapshot.list(
                KnownEpisode.SELECT
                        + "where id is not null and athlete = any (string_to_array(?, ',')) and (first_day, athlete, cause) <"
                        + " (?, ?, ?) order by first_day desc, athlete desc, cause desc limit ?",
                KnownEpisode::read,
                athletes.stream().map(AthleteId::value).collect(Collectors.joining(",")),
                from.firstDay(),
                from.athlete(),
                from.cause(),
                limit);
    }

    /** Those that began before a moment, the latest first. */
    public List<ActivityRow> activities(AthleteId athlete, Instant before, int limit) {
        return snapshot.list(
                ActivityRow.SELECT + "where athlete = ? and start < ? order by start desc, fact_id desc limit ?",
                ActivityRow::read,
                athlete.value(),
                before.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** Those that arrived before a moment, the latest first. */
    public List<FileOutcome> files(AthleteId athlete, Instant before, int limit) {
        return snapshot.list(
                FileRow.SELECT
                        + "where athlete = ? and received_at < ? order by received_at desc, delivery_id desc limit ?",
                FileRow::read,
                athlete.value(),
                before.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** All stretches that share the id, the latest first. */
    public List<KnownEpisode> episode(String id) {
        return snapshot.list(
                KnownEpisode.SELECT + "where id = ? order by first_day desc, cause", KnownEpisode::read, id);
    }

    /** What the latest stretch of an alert says to its athlete, with what the plan does. */
    public Optional<String> saidToAthlete(String id) {
        return snapshot.first(
                "select athlete_why from freshlegs.alerts where id = ? order by first_day desc",
                row -> row.text("athlete_why"),
                id);
    }

    /** The facts that one stretch of an alert rests on, by day. */
    public List<EvidenceRow> evidence(KnownEpisode known) {
        return snapshot.list(
                EvidenceRow.SELECT
                        + "where athlete = ? and cause = ? and first_day = ? order by local_date, kind, fact_id",
                EvidenceRow::read,
                known.episode().athlete().value(),
                known.episode().cause().name(),
                known.episode().firstDay());
    }

    /** What became of an alert of which people were told. */
    public Optional<ToldAlert> told(String id) {
        return snapshot.first(ToldAlert.SELECT + "where id = ?", ToldAlert::read, id);
    }

    /** Those of which people were told and whose ground has gone since, the latest first. */
    public List<ToldAlert> withdrawn(AthleteId athlete, int limit) {
        return snapshot.list(
                ToldAlert.SELECT + "where athlete = ? and standing = 'GONE' order by last_day desc, id limit ?",
                ToldAlert::read,
                athlete.value(),
                limit);
    }

    /** What was said last of an alert. */
    public Optional<JudgedAlert> judged(String alert) {
        return snapshot.first(JudgedAlert.SELECT, JudgedAlert::read, alert);
    }

    public List<HeldSilence> silences(AthleteId athlete, Instant now) {
        return snapshot.list(HeldSilence.SELECT, HeldSilence::read, athlete.value(), now.atOffset(ZoneOffset.UTC));
    }

    /** How many messages of an alert a silence holds back. */
    public int held(String alert, Instant now) {
        return snapshot.first(
                        "select count(*) as held from ledger.outbox_true_at(?) o"
                                + " where o.episode_id = ? and ledger.silenced_by(o, ?) is not null",
                        row -> row.whole("held"),
                        now.atOffset(ZoneOffset.UTC),
                        alert,
                        now.atOffset(ZoneOffset.UTC))
                .orElse(0);
    }

    /** Of the alerts of some athletes, or of all that there are. */
    public List<RulePrecision> precision(Episode.Cause cause, Optional<Set<AthleteId>> athletes) {
        return snapshot.list(
                RulePrecision.SELECT,
                RulePrecision::read,
                cause.name(),
                athletes.isEmpty(),
                athletes.stream().flatMap(Set::stream).map(AthleteId::value).collect(Collectors.joining(",")));
    }

    /** The notes that stand about an alert, the latest first. */
    public List<NoteRow> notes(String alert) {
        return snapshot.list(
                NoteRow.SELECT + "where alert = ? order by recorded_at desc, fact_id", NoteRow::read, alert);
    }

    /** The notes that stand of an athlete, before a moment, the latest first. */
    public List<NoteRow> notes(AthleteId athlete, Instant before, int limit) {
        return snapshot.list(
                NoteRow.SELECT + "where athlete = ? and recorded_at < ? order by recorded_at desc, fact_id limit ?",
                NoteRow::read,
                athlete.value(),
                before.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** Everything that was said and told of an alert, in order. */
    public List<TrailRow> trail(String alert) {
        return snapshot.list(TrailRow.SELECT, TrailRow::read, alert);
    }

    /** Whether something that somebody said has reached the tables. */
    public boolean isTaken(AthleteId athlete, String revision) {
        return isKnown(athlete, revision, "alert_verdict", "silence", "note", "plan_decision", "week_order", "goal");
    }

    /** Whether the table of revisions of one of these kinds of facts has it. */
    private boolean isKnown(AthleteId athlete, String revision, String... kinds) {
        return snapshot.first(
                        "with asked as (select ?::text as athlete, ?::text as revision) "
                                + Stream.of(kinds)
                                        .map(kind -> "select 1 from freshlegs." + kind
                                                + "_revision join asked using (athlete, revision)")
                                        .collect(Collectors.joining(" union ")),
                        row -> true,
                        athlete.value(),
                        revision)
                .isPresent();
    }

    /** What is believed of mornings and runs, the latest day first. */
    public List<CheckIn> checkIns(AthleteId athlete, LocalDate from, LocalDate to) {
        return snapshot.list(CheckInRow.SELECT, CheckInRow::read, athlete.value(), from, to);
    }

    /** Whether a check-in has reached the tables, believed or not. */
    public boolean isCheckedIn(AthleteId athlete, String revision) {
        return isKnown(athlete, revision, "checkin");
    }

    /** The last day from which somebody gave an athlete leave to train again after a stop. */
    public Optional<LocalDate> clearedFrom(AthleteId athlete) {
        return snapshot.first(
                        "select max(local_date) as day from freshlegs.clearance where athlete = ?",
                        row -> row.optionalDate("day"),
                        athlete.value())
                .flatMap(day -> day);
    }

    /** Whether the tables know of a leave to train again, given or taken back. */
    public boolean isCleared(AthleteId athlete, String revision) {
        return isKnown(athlete, revision, "clearance");
    }

    /** Whether a coach or an assistant sees an athlete. */
    public boolean isCoached(AthleteId athlete) {
        return snapshot.first(
                        "select 1 from access.share where athlete = ? and role in ('coach', 'assistant')"
                                + " and revoked_at is null limit 1",
                        row -> true,
                        athlete.value())
                .isPresent();
    }

    /** The athlete's time zone, if one is known. */
    public Optional<String> zone(AthleteId athlete) {
        return snapshot.first(
                        "select zone from freshlegs.athlete where athlete = ?",
                        row -> row.optionalText("zone"),
                        athlete.value())
                .flatMap(zone -> zone);
    }

    /** Whether a goal or a decision about the plan has reached the tables. */
    public boolean isPlanned(AthleteId athlete, String revision) {
        return isKnown(athlete, revision, "goal", "plan_decision", "week_order");
    }

    /** The ways by which the athlete's files have come, the one of the newest file first. */
    public List<RouteRow> routes(AthleteId athlete) {
        return snapshot.list(RouteRow.SELECT, RouteRow::read, athlete.value());
    }

    /** The latest first. */
    public List<FileOutcome> files(AthleteId athlete, int limit) {
        return snapshot.list(
                FileRow.SELECT + "where athlete = ? order by received_at desc, delivery_id desc limit ?",
                FileRow::read,
                athlete.value(),
                limit);
    }
}

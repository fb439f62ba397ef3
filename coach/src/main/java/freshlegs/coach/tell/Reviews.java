package freshlegs.coach.tell;

import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.coach.access.Sql;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.ReviewPage;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.page.Units;
import freshlegs.coach.page.Voice;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.RulePrecision;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The week of those whom somebody coaches or assists, told on the account's own day and hour, worst first. */
public final class Reviews implements Occasion {
    private static final Duration HOLDS = Duration.ofHours(24);
    private static final int MOST_LINES = 10;
    private static final String COACHES = """
            select a.id, %s
            from access.account a left join access.manners m on m.account = a.id
            where a.disabled_at is null
              and exists (select from access.channel c where c.account = a.id and not c.paused)
              and exists (select from access.share s
                          where s.account = a.id and s.revoked_at is null and s.role in ('coach', 'assistant'))
            order by a.id
            """.formatted(AccountManners.COLUMNS);

    private final Database database;
    private final Shares shares;
    private final AccountManners manners;
    private final URI console;
    private final Sayings sayings;

    /** {@code usual} is the zone of those who have chosen none; {@code console} is where people open the console. */
    public Reviews(Database database, Shares shares, ZoneId usual, URI console) {
        this.database = database;
        this.shares = shares;
        this.manners = new AccountManners(database, usual);
        this.console = console;
        this.sayings = Sayings.english();
    }

    @Override
    public String kind() {
        return "REVIEW";
    }

    /** Who is told, and how they want it. */
    private record Coach(String account, Manners manners) {
        /** The review that was due in the last day, if there was one. */
        Optional<Due> due(Instant now) {
            LocalDate today = manners.day(now);
            return Stream.of(today, today.minusDays(1))
                    .filter(day -> day.getDayOfWeek() == manners.reviewOn())
                    .map(day -> due(
                            day,
                            day.atTime(manners.toldAt()).atZone(manners.zone()).toInstant()))
                    .filter(due -> !now.isBefore(due.until().minus(HOLDS)) && now.isBefore(due.until()))
                    .findFirst();
        }

        private Due due(LocalDate day, Instant moment) {
            String week = ReviewPage.name(ReviewPage.reviewedOn(day));
            return new Due("review/" + account + "/" + week, account, week, moment.plus(HOLDS));
        }
    }

    @Override
    public List<Due> due(Instant now) {
        return database
                .write(connection ->
                        Sql.over(connection).list(COACHES, row -> new Coach(row.getString("id"), manners.read(row))))
                .stream()
                .flatMap(coach -> coach.due(now).stream())
                .toList();
    }

    /** Nobody is told who coaches and assists nobody any more. */
    @Override
    public Optional<Notice> words(String account, String subject, String key, Instant now) {
        Set<AthleteId> athletes = shares.roles(account).entrySet().stream()
                .filter(share -> share.getValue() == Role.COACH || share.getValue() == Role.ASSISTANT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        LocalDate monday = LocalDate.parse(subject + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        ReviewPage page = database.look(views -> page(views, monday, athletes));
        return page.lines().isEmpty() ? Optional.empty() : Optional.of(notice(page, key, now));
    }

    private ReviewPage page(Views views, LocalDate monday, Set<AthleteId> athletes) {
        Map<Episode.Cause, List<RulePrecision>> precision = new EnumMap<>(Episode.Cause.class);
        for (Episode.Cause cause : Episode.Cause.values()) {
            precision.put(cause, views.precision(cause, Optional.of(athletes)));
        }
        return ReviewPage.of(
                monday,
                monday,
                views.reviewed(monday).stream()
                        .filter(week -> athletes.contains(week.athlete()))
                        .toList(),
                precision,
                athlete -> false,
                new Voice(Units.METRIC, sayings));
    }

    private Notice notice(ReviewPage page, String key, Instant now) {
        String title = sayings.say("review.title", page.span(), page.tally());
        List<String> lines = lines(page);
        return new Notice(
                key,
                now,
                false,
                title,
                lines,
                Optional.of(console.resolve("/review?week=" + page.week())),
                Json.writeText(
                        new TreeMap<>(Map.of("step", kind(), "week", page.week(), "title", title, "lines", lines))));
    }

    private List<String> lines(ReviewPage page) {
        List<String> lines = new ArrayList<>();
        page.lines().stream().limit(MOST_LINES).map(this::line).forEach(lines::add);
        if (page.lines().size() > MOST_LINES) {
            lines.add(sayings.say("review.more", page.lines().size() - MOST_LINES));
        }
        if (!page.silent().isEmpty()) {
            lines.add(sayings.say("review.silent", String.join(", ", page.silent())));
        }
        if (!page.precision().isEmpty()) {
            lines.add(sayings.say("review.precision", String.join("; ", page.precision())));
        }
        return lines;
    }

    private String line(ReviewPage.Line line) {
        String how = sayings.say("review.line", line.athlete(), line.standing().word(), line.runs(), line.why());
        return how
                + (line.unanswered() == 0 ? "" : " " + sayings.say("review.line.alerts", line.unanswered()))
                + (line.waiting() == 0 ? "" : " " + sayings.say("review.line.changes", line.waiting()));
    }
}

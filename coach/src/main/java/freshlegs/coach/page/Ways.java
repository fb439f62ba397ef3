package freshlegs.coach.page;

import freshlegs.coach.Routes;
import freshlegs.coach.page.Way.How;
import freshlegs.coach.read.RouteRow;
import freshlegs.model.AthleteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Each way by which an athlete's files come, of what the tables and whoever takes the files know of it. */
final class Ways {
    private final AthleteId athlete;
    private final HandOver handOver;
    private final Optional<Routes.Standing> standing;
    private final List<RouteRow> rows;
    private final Days days;
    private final Voice voice;

    Ways(
            AthleteId athlete,
            HandOver handOver,
            Optional<Routes.Standing> standing,
            List<RouteRow> rows,
            Days days,
            Voice voice) {
        this.athlete = athlete;
        this.handOver = handOver;
        this.standing = standing;
        this.rows = List.copyOf(rows);
        this.days = days;
        this.voice = voice;
    }

    /** {@code key} is a new key for uploads, to be shown this once. */
    List<Way> all(Optional<String> key) {
        List<Way> all = new ArrayList<>(List.of(folder(), upload(key), watch(), relay(), history()));
        standing.flatMap(Routes.Standing::garmin).map(this::garmin).ifPresent(all::add);
        return all;
    }

    private Way folder() {
        Step there = standing.map(known -> switch (known.folder()) {
                    case THERE -> Step.done(voice.say("watch.folder.there"));
                    case MISSING ->
                        isNewest("inbox")
                                ? Step.stuck(voice.say("watch.folder.gone"), voice.say("watch.folder.gone.fix"), "")
                                : Step.next(voice.say("watch.folder.missing"));
                    case UNREADABLE ->
                        Step.stuck(
                                voice.say("watch.folder.unreadable"),
                                voice.say("watch.folder.unreadable.fix"),
                                handOver.inbox());
                })
                .orElseGet(() -> Step.unknown(voice.say("watch.folder.unknown")));
        boolean set = standing.filter(known -> known.folder() != Routes.Folder.MISSING)
                .isPresent();
        return way("inbox", set, List.of(there), List.of(new How(voice.say("watch.folder.how"), handOver.inbox())));
    }

    private Way upload(Optional<String> fresh) {
        Step key = standing.map(known -> known.keys().isEmpty()
                        ? row("upload").isPresent()
                                ? Step.done(voice.say("watch.upload.without"))
                                : Step.next(voice.say("watch.upload.none"))
                        : Step.done(voice.say("watch.upload.keys", known.keys().size(), keys(known.keys()))))
                .orElseGet(() -> Step.unknown(voice.say("watch.upload.unknown")));
        boolean set = standing.filter(known -> !known.keys().isEmpty()).isPresent();
        List<How> hows = new ArrayList<>();
        handOver.address().ifPresent(address -> {
            hows.add(new How(
                    voice.say("watch.upload.curl"),
                    "curl -u API_KEY:" + fresh.orElse("$TOKEN") + " -F file=@run.fit " + address));
            hows.add(new How(voice.say("watch.upload.tools"), address.replaceFirst("/api/v1/.*$", "")));
        });
        if (standing.isEmpty()) {
            hows.add(new How(
                    voice.say("watch.upload.command"), "freshlegs token add --athlete " + athlete + " --name phone"));
        }
        return way("upload", set, List.of(key), hows);
    }

    private String keys(List<Routes.Key> keys) {
        return keys.stream()
                .map(key -> key.usedOn()
                        .map(day -> voice.say("watch.upload.key", key.name(), voice.shortDay(day)))
                        .orElseGet(() -> voice.say("watch.upload.key.unused", key.name())))
                .collect(Collectors.joining(", "));
    }

    private Way watch() {
        return way(
                "watch",
                false,
                List.of(),
                List.of(
                        new How(voice.say("watch.agent.once"), "freshlegs watch-sync --athlete " + athlete),
                        new How(voice.say("watch.agent.always"), "freshlegs watch-sync install")));
    }

    private Way relay() {
        String command = "freshlegs connect intervals --athlete " + athlete;
        Optional<Routes.Relay> relay = standing.flatMap(Routes.Standing::relay);
        List<Step> steps = new ArrayList<>();
        if (standing.isEmpty()) {
            steps.add(Step.unknown(voice.say("watch.relay.unknown")));
        } else if (relay.isEmpty()) {
            steps.add(Step.next(voice.say("watch.relay.none")));
            steps.add(Step.next(voice.say("watch.relay.accepted.later")));
        } else {
            steps.add(Step.done(voice.say("watch.relay.connected")));
            steps.add(accepted(relay.get(), command));
        }
        return way("relay", relay.isPresent(), steps, List.of(new How(voice.say("watch.relay.how"), command)));
    }

    private Step accepted(Routes.Relay relay, String command) {
        if (relay.refused()) {
            return Step.stuck(
                    relay.worked()
                            .map(at -> voice.say("watch.relay.refused", voice.moment(at)))
                            .orElseGet(() -> voice.say("watch.relay.refused.never")),
                    voice.say("watch.relay.refused.fix"),
                    command);
        }
        if (relay.trouble().isPresent()) {
            return Step.stuck(relay.trouble().get(), voice.say("watch.relay.trouble.fix"), "");
        }
        return relay.worked()
                .map(at -> Step.done(
                        relay.backlog() == 0
                                ? voice.say("watch.relay.works", days.age(at, voice))
                                : voice.say("watch.relay.behind", days.age(at, voice), relay.backlog())))
                .orElseGet(() -> Step.next(voice.say("watch.relay.not-asked")));
    }

    private Way history() {
        String command = "freshlegs import --athlete " + athlete + " EXPORT.zip";
        return way("history", false, List.of(), List.of(new How(voice.say("watch.history.command"), command)));
    }

    private Way garmin(List<Routes.Account> accounts) {
        String command = "freshlegs connect garmin --athlete " + athlete + " --user USER";
        List<Step> steps = new ArrayList<>();
        steps.add(
                accounts.isEmpty()
                        ? Step.next(voice.say("watch.garmin.none"))
                        : Step.done(voice.say("watch.garmin.connected")));
        accounts.stream()
                .flatMap(account -> account.trouble().stream())
                .findFirst()
                .ifPresent(trouble -> steps.add(Step.stuck(trouble, voice.say("watch.garmin.trouble.fix"), "")));
        return way("garmin", !accounts.isEmpty(), steps, List.of(new How(voice.say("watch.garmin.how"), command)));
    }

    private Way way(String key, boolean set, List<Step> own, List<How> hows) {
        Optional<RouteRow> row = row(key);
        List<Step> steps = new ArrayList<>(own);
        steps.add(came(row));
        steps.add(wasRead(row));
        steps.add(shown(row));
        return Way.of(key, set, row.isPresent(), steps, row.map(this::lines).orElse(List.of()), hows);
    }

    private Step came(Optional<RouteRow> row) {
        return row.map(known -> Step.done(voice.say("watch.came", days.age(known.newest(), voice), known.newestName())))
                .orElseGet(() -> Step.next(voice.say("watch.came.later")));
    }

    private Step wasRead(Optional<RouteRow> row) {
        if (row.isEmpty()) {
            return Step.next(voice.say("watch.read.later"));
        }
        RouteRow known = row.get();
        boolean isAside = known.newestAside()
                .filter(aside ->
                        known.newestRead().filter(read -> !read.isBefore(aside)).isEmpty())
                .isPresent();
        return isAside
                ? Step.stuck(
                        voice.say(
                                "watch.read.aside",
                                known.whyAside().stream().findFirst().orElse("")),
                        voice.say("watch.read.aside.fix"),
                        "")
                : Step.done(voice.say("watch.read", days.age(known.newestRead().orElseThrow(), voice)));
    }

    private Step shown(Optional<RouteRow> row) {
        return row.flatMap(RouteRow::shownDay)
                .map(day -> Step.done(voice.say("watch.shown", voice.shortDay(day))))
                .orElseGet(() -> Step.next(voice.say(
                        row.flatMap(RouteRow::newestRead).isPresent() ? "watch.shown.not-yet" : "watch.shown.later")));
    }

    private List<String> lines(RouteRow row) {
        List<String> lines = new ArrayList<>();
        row.device().ifPresent(device -> lines.add(voice.say("watch.device", device)));
        lines.add(voice.say("watch.files", row.files()));
        if (row.aside() > 0) {
            lines.add(voice.say("watch.aside", row.aside(), String.join(" ", row.whyAside())));
        }
        return lines;
    }

    /** Rows come in the order of their newest files. */
    private boolean isNewest(String key) {
        return rows.stream().findFirst().filter(row -> row.way().equals(key)).isPresent();
    }

    private Optional<RouteRow> row(String key) {
        return rows.stream().filter(row -> row.way().equals(key)).findFirst();
    }
}

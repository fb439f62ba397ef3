package freshlegs.coach.tell;

import freshlegs.coach.access.Acts;
import freshlegs.coach.access.Channels.Channel;
import freshlegs.coach.access.Deed;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Confirmed;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.page.Units;
import freshlegs.coach.page.Voice;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Episode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows who reads what is written to a channel, and what they may answer from there. */
final class Readers {
    private final Database database;
    private final Shares shares;
    private final Optional<Acts> acts;
    private final URI console;
    private final Sayings sayings;

    /** {@code acts} is empty where nobody takes answers; {@code console} is where people open the console. */
    Readers(Database database, Shares shares, Optional<Acts> acts, URI console, Sayings sayings) {
        this.database = database;
        this.shares = shares;
        this.acts = acts;
        this.console = console;
        this.sayings = sayings;
    }

    /** Of an alert that stands or did; without one there is nothing to answer. */
    Reader of(Channel channel, String alert, Instant now) {
        Map<AthleteId, Role> roles = shares.roles(channel.account());
        return database.look(views -> views.episode(alert).stream()
                .findFirst()
                .map(known -> of(views, channel, roles, known, now))
                .orElseGet(() -> withdrawn(views, roles, alert)));
    }

    private Reader of(Views views, Channel channel, Map<AthleteId, Role> roles, KnownEpisode known, Instant now) {
        Episode episode = known.episode();
        Optional<Role> role = Optional.ofNullable(roles.get(episode.athlete()));
        boolean herself = role.filter(Role.ATHLETE::equals).isPresent();
        List<Notice.Action> actions = channel.address().isForOneReader() && acts.isPresent()
                ? actions(channel.account(), known.id(), stand(views, known, now), role, acts.get())
                : List.of();
        return herself
                ? new Reader(
                        Optional.of(views.saidToAthlete(known.id()).orElse(episode.athleteWhy())),
                        Optional.empty(),
                        actions)
                : new Reader(
                        Optional.empty(),
                        Confirmed.ifJudged(
                                views.precision(episode.cause(), Optional.of(roles.keySet())),
                                new Voice(Units.METRIC, sayings)),
                        actions);
    }

    private static Reader withdrawn(Views views, Map<AthleteId, Role> roles, String alert) {
        boolean herself = views.told(alert)
                .filter(told -> roles.get(AthleteId.of(told.athlete())) == Role.ATHLETE)
                .isPresent();
        return herself ? new Reader(Optional.of(""), Optional.empty(), List.of()) : Reader.anybody();
    }

    private static Offers.Stand stand(Views views, KnownEpisode known, Instant now) {
        Episode episode = known.episode();
        LocalDate today = views.today(episode.athlete(), now);
        String cause = episode.cause().name().toLowerCase(Locale.ROOT);
        return new Offers.Stand(
                episode,
                views.judged(known.id()).isPresent(),
                views.silences(episode.athlete(), now).stream()
                        .anyMatch(silence -> silence.about().equals(cause)),
                views.plan(episode.athlete(), today, Offers.horizon(today)));
    }

    private List<Notice.Action> actions(
            String account, String alert, Offers.Stand stand, Optional<Role> role, Acts signed) {
        return Offers.of(stand, deed -> role.filter(known -> known.may(deed.right()))
                        .isPresent())
                .stream()
                .map(offer -> new Notice.Action(
                        label(offer.deed()),
                        console.resolve("/act/" + signed.token(account, alert, offer.deed(), offer.change()))))
                .toList();
    }

    private String label(Deed deed) {
        return sayings.say("messages.act." + deed.key());
    }
}

package freshlegs.warehouse;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows the season's episodes with what people see and hear of them, within the transaction that brings them. An alert is
 * told once per step, when it is worse than what was told before and its last day is at most {@value #CURRENT_DAYS} days ago;
 * history tells nobody.
 */
final class Journal {
    private static final int CURRENT_DAYS = 7;

    private final Connection connection;
    private final WarehouseSettings settings;
    private final List<Recipient> recipients;
    private final EpisodeTables episodes;
    private final Outbox outbox;

    Journal(Connection connection, WarehouseSettings settings) {
        this.connection = connection;
        this.settings = settings;
        this.recipients = settings.recipients().stream().map(Recipient::of).toList();
        this.episodes = new EpisodeTables(connection);
        this.outbox = new Outbox(connection);
    }

    /** Rests during a rebuild. {@code changed} are athletes with changed episodes, {@code planned} those whose plan changed. */
    void follow(Set<String> changed, Set<String> planned) throws SQLException {
        if (Rebuild.underWay(connection).isPresent()) {
            return;
        }
        Set<String> athletes = new TreeSet<>(changed);
        athletes.addAll(outbox.athletesWithPending(planned));
        Set<String> pending = outbox.pendingEpisodes(athletes);
        for (String athlete : athletes) {
            follow(athlete, pending);
        }
    }

    /**
     * After a rebuild: episodes get their names back, messages that wait and lost their ground are withdrawn, and what is worse than
     * what was told counts as told, because a change of our formulas is no news for anybody.
     */
    void reconcile() throws SQLException {
        Instant now = settings.clock().instant();
        for (String athlete : episodes.athletes()) {
            EpisodeNames names = EpisodeNames.of(episodes.published(athlete), episodes.standing(athlete));
            episodes.publish(names, now);
            for (PublishedEpisode each : names.published()) {
                reconcile(each, names.called(each.id()).stream().findFirst(), now);
            }
        }
    }

    private void reconcile(PublishedEpisode published, Optional<Episode> worst, Instant now) throws SQLException {
        Optional<Status> told = published.told();
        if (outbox.withdrawAbove(published.id(), worst.map(Episode::status))) {
            told = outbox.told(published.id());
            episodes.told(published.id(), told, now);
        }
        if (worst.isEmpty()) {
            return;
        }
        Status step = worst.get().status();
        if (isCurrentAlert(worst.get(), now) && (told.isEmpty() || step.isWorseThan(told.get()))) {
            episodes.told(published.id(), Optional.of(step), now);
        }
        outbox.refresh(message(published, worst.get()));
    }

    private void follow(String athlete, Set<String> pending) throws SQLException {
        Instant now = settings.clock().instant();
        EpisodeNames names = EpisodeNames.of(episodes.published(athlete), episodes.standing(athlete));
        episodes.publish(names, now);
        for (PublishedEpisode each : names.published()) {
            Optional<Episode> worst = names.called(each.id()).stream().findFirst();
            boolean telling =
                    worst.filter(episode -> isCurrentAlert(episode, now)).isPresent();
            if (telling || pending.contains(each.id())) {
                follow(each, worst, telling, now);
            }
        }
    }

    private void follow(PublishedEpisode published, Optional<Episode> worst, boolean telling, Instant now)
            throws SQLException {
        Optional<Status> told = published.told();
        if (outbox.withdrawAbove(published.id(), worst.map(Episode::status))) {
            told = outbox.told(published.id());
            episodes.told(published.id(), told, now);
        }
        if (worst.isEmpty()) {
            return;
        }
        AlertMessage message = message(published, worst.get());
        if (telling) {
            tell(message, told, now);
        }
        outbox.refresh(message);
    }

    private void tell(AlertMessage message, Optional<Status> told, Instant now) throws SQLException {
        Instant notBefore = now.plus(settings.settle());
        if (told.isEmpty() || message.step().isWorseThan(told.get())) {
            outbox.tell(message, recipients, now, notBefore);
            episodes.told(message.id(), Optional.of(message.step()), now);
        } else if (message.step() == told.get()) {
            outbox.revive(message, notBefore);
        }
    }

    private AlertMessage message(PublishedEpisode published, Episode worst) throws SQLException {
        return AlertMessage.of(
                published.id(),
                published,
                worst,
                episodes.nextAdjustment(published.athlete().value()));
    }

    private static boolean isCurrentAlert(Episode episode, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return episode.status().isAlert() && !episode.lastDay().isBefore(today.minusDays(CURRENT_DAYS));
    }
}

package freshlegs.warehouse;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows the season's episodes with what people see and hear of them, within the transaction that brings them. An alert is
 * told once per step, when it is worse than what was told before; once, too, that it has gone and that it is back. Whatever
 * ended longer ago than history begins tells nobody.
 */
final class Journal {
    private final Connection connection;
    private final WarehouseSettings settings;
    private final List<Recipient> recipients;
    private final EpisodeTables episodes;
    private final Outbox outbox;
    private final List<Firing> firings = new ArrayList<>();

    Journal(Connection connection, WarehouseSettings settings) {
        this.connection = connection;
        this.settings = settings;
        this.recipients = settings.recipients().stream().map(Recipient::of).toList();
        this.episodes = new EpisodeTables(connection);
        this.outbox = new Outbox(connection, settings.historyDays());
    }

    /** The steps that were noted in this transaction; they count once it is committed. */
    List<Firing> firings() {
        return List.copyOf(firings);
    }

    void forgetFirings() {
        firings.clear();
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
            EpisodeNames names = EpisodeNames.of(episodes.published(athlete), episodes.standing(athlete), false);
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
        EpisodeNames names =
                EpisodeNames.of(episodes.published(athlete), episodes.standing(athlete), episodes.isRebuilding(now));
        episodes.publish(names, now);
        for (PublishedEpisode each : names.published()) {
            List<Episode> called = names.called(each.id());
            Optional<Episode> worst = called.stream().findFirst();
            Optional<Episode> current = called.stream()
                    .filter(episode -> isCurrentAlert(episode, now))
                    .findFirst();
            if (current.isPresent() || pending.contains(each.id())) {
                follow(each, worst, current, now);
            }
            if (each.told().isPresent()
                    && worst.filter(episode -> episode.status().isAlert()).isEmpty()) {
                withdraw(each, names, now);
            }
        }
    }

    /** An alert that was told has lost its ground, unless its days belong to another one now. */
    private void withdraw(PublishedEpisode published, EpisodeNames names, Instant now) throws SQLException {
        outbox.withdraw(published.id(), AlertMessage.BACK);
        boolean merged = names.names().keySet().stream().anyMatch(published::isPartOf);
        if (merged || !isCurrent(published.lastDay(), now)) {
            outbox.withdraw(published.id(), AlertMessage.GONE);
            return;
        }
        AlertMessage message = AlertMessage.gone(
                published,
                published.told().orElseThrow(),
                episodes.nextAdjustment(published.athlete().value()));
        if (outbox.tellAfter(message, now, now.plus(settings.settle()))) {
            firings.add(new Firing(published.cause(), Firing.WITHDRAWN, List.of()));
        }
    }

    /** Of all stretches under the name the worst, and of those that are not history yet. */
    private void follow(PublishedEpisode published, Optional<Episode> worst, Optional<Episode> current, Instant now)
            throws SQLException {
        Optional<Status> told = published.told();
        if (outbox.withdrawAbove(published.id(), worst.map(Episode::status))) {
            told = outbox.told(published.id());
            episodes.told(published.id(), told, now);
        }
        if (worst.isEmpty()) {
            return;
        }
        AlertMessage message = message(published, current.or(() -> worst).get());
        if (current.isPresent()) {
            outbox.withdraw(published.id(), AlertMessage.GONE);
            tell(message, current.get().status(), told, now);
        }
        outbox.refresh(message);
        outbox.refresh(message.back());
    }

    private void tell(AlertMessage message, Status step, Optional<Status> told, Instant now) throws SQLException {
        Instant notBefore = now.plus(settings.settle());
        if (told.isEmpty() || step.isWorseThan(told.get())) {
            outbox.withdraw(message.id(), AlertMessage.BACK);
            outbox.tell(message, recipients, now, notBefore);
            episodes.told(message.id(), Optional.of(step), now);
            firings.add(
                    new Firing(message.cause(), told.isEmpty() ? Firing.OPENED : Firing.ESCALATED, message.rules()));
            return;
        }
        if (step == told.get()) {
            outbox.revive(message, notBefore);
        }
        if (!outbox.isToldSinceGone(message.id())) {
            outbox.tellAfter(message.back(), now, notBefore);
        }
    }

    private AlertMessage message(PublishedEpisode published, Episode worst) throws SQLException {
        return AlertMessage.of(
                published.id(),
                published,
                worst,
                episodes.nextAdjustment(published.athlete().value()));
    }

    private boolean isCurrentAlert(Episode episode, Instant now) {
        return episode.status().isAlert() && isCurrent(episode.lastDay(), now);
    }

    private boolean isCurrent(LocalDate lastDay, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return !lastDay.isBefore(today.minusDays(settings.historyDays()));
    }
}

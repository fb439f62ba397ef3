package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.Route;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes out what came of an athlete. By one way and by no other: tombstones for the facts, then for the deliveries, then the files
 * themselves; which facts a file brought is read from its delivery, as it was published. Or everything, whatever wrote it, topic by
 * topic. After a crash it is begun again and finds what is left.
 */
public final class Erasure implements AutoCloseable {
    private final Spool spool;
    private final DeliveryLog deliveries;
    private final StandingKeys keys;
    private final FactPublisher publisher;

    private Erasure(Spool spool, DeliveryLog deliveries, StandingKeys keys, FactPublisher publisher) {
        this.spool = spool;
        this.deliveries = deliveries;
        this.keys = keys;
        this.publisher = publisher;
    }

    public static Erasure of(Spool spool, KafkaAddress kafka) {
        return new Erasure(spool, new DeliveryLog(kafka), new StandingKeys(kafka), FactPublisher.to(kafka));
    }

    /** False while a file of theirs is still being worked on: ask again later. The way must be closed to them already. */
    public boolean erase(AthleteId athlete, Route route) throws IOException {
        if (spool.isWaiting(athlete, route)) {
            return false;
        }
        Map<Boolean, List<Delivery>> parted = deliveries.of(athlete).stream()
                .collect(Collectors.partitioningBy(delivery -> delivery.route() == route));
        List<Delivery> going = parted.getOrDefault(true, List.of());
        retract(athlete, going, parted.getOrDefault(false, List.of()));
        publisher.retract(Topics.DELIVERY, going.stream().map(RecordKey::of).toList());
        spool.erase(athlete, route);
        return true;
    }

    /** Whether a file of theirs is still being worked on; all ways must be closed to them already. */
    public boolean isWaiting(AthleteId athlete) throws IOException {
        return spool.isWaiting(athlete);
    }

    /** Tombstones for everything of theirs that stands on these topics, acknowledged; answers how much that was. */
    public int retractAll(AthleteId athlete, Collection<? extends Topic<?>> topics) {
        int all = 0;
        for (Topic<?> topic : topics) {
            Set<String> standing = keys.of(topic, athlete);
            publisher.retract(topic, standing);
            all += standing.size();
        }
        return all;
    }

    /** Removes all their files and tickets, and content that nothing of others needs. */
    public void eraseFiles(AthleteId athlete) throws IOException {
        spool.erase(athlete);
    }

    @Override
    public void close() {
        publisher.close();
    }

    private void retract(AthleteId athlete, List<Delivery> going, List<Delivery> staying) {
        Set<FactRef> kept = staying.stream()
                .flatMap(delivery -> delivery.contents().stream())
                .collect(Collectors.toSet());
        Map<Topic<?>, Set<String>> keys = new HashMap<>();
        going.stream()
                .flatMap(delivery -> delivery.contents().stream())
                .filter(ref -> !kept.contains(ref))
                .forEach(ref -> keys.computeIfAbsent(topicOf(ref), topic -> new HashSet<>())
                        .add(String.join("/", athlete.value(), ref.kind().key(), ref.factId(), ref.revision())));
        keys.forEach(publisher::retract);
    }

    private static Topic<?> topicOf(FactRef ref) {
        return switch (ref.kind()) {
            case RECORDING -> Topics.RECORDING;
            case SESSION -> Topics.SESSION;
            case RESTING_HEART_RATE, HRV, SLEEP -> Topics.READING;
            case MORNING_CHECKIN, RUN_CHECKIN -> Topics.CHECKIN;
            case PROFILE -> Topics.PROFILE;
            case DAY_CLOSED -> Topics.DAY_CLOSED;
            case DELIVERY -> Topics.DELIVERY;
            case FILE_DECISION -> Topics.FILE_DECISION;
            case GOAL -> Topics.GOAL;
            case PLAN_DECISION -> Topics.PLAN_DECISION;
            case PLANNED_PHASE -> Topics.PLANNED_PHASE;
            case PLAN_TERMS -> Topics.PLAN_TERMS;
            case BENCHMARK -> Topics.BENCHMARK;
            case CLEARANCE -> Topics.CLEARANCE;
            case ISSUED_SESSION -> Topics.ISSUED_SESSION;
            case WEEK_ORDER -> Topics.WEEK_ORDER;
            case ALERT_VERDICT -> Topics.ALERT_VERDICT;
            case SILENCE -> Topics.SILENCE;
            case NOTE -> Topics.NOTE;
            case RETRACTION -> Topics.RETRACTION;
        };
    }
}

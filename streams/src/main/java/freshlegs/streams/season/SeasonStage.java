package freshlegs.streams.season;

import static freshlegs.streams.Stage.read;
import static freshlegs.streams.Stage.step;
import static freshlegs.streams.Stage.write;

import freshlegs.model.fact.Fact;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.Stage;
import freshlegs.streams.rule.Rules;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.jspecify.annotations.Nullable;

/** Everything known of an athlete's days becomes trends, analysed activities, how the athlete stands, alerts, the current plan, weekly reviews and file outcomes. */
public final class SeasonStage implements Stage {
    private final Rules rules;
    private final FoldMeters meters;

    public SeasonStage(Rules rules, FoldMeters meters) {
        this.meters = meters;
        this.rules = rules;
    }

    @Override
    public void addTo(StreamsBuilder builder) {
        var results = facts(builder)
                .merge(
                        read(builder, Topics.REFOLD, "read-refolds")
                                .mapValues(request -> (Object) request, step("refolds-beside-facts")),
                        step("and-refolds"))
                .process(SeasonProcessor.supplier(rules, meters), step("fold-season"));
        publish(results, Topics.TREND, "trends");
        publish(results, Topics.STATUS, "statuses");
        publish(results, Topics.EPISODE, "episodes");
        publish(results, Topics.PRESCRIPTION, "prescriptions");
        publish(results, Topics.ACTIVITY, "activities");
        publish(results, Topics.REVIEW, "reviews");
        publish(results, Topics.FILE_OUTCOME, "outcomes");
    }

    private static KStream<String, Object> facts(StreamsBuilder builder) {
        return from(builder, Topics.SESSION, "sessions")
                .merge(from(builder, Topics.READING, "readings"), step("and-readings"))
                .merge(from(builder, Topics.CHECKIN, "checkins"), step("and-checkins"))
                .merge(from(builder, Topics.PROFILE, "profiles"), step("and-profiles"))
                .merge(from(builder, Topics.DAY_CLOSED, "closed-days"), step("and-closed-days"))
                .merge(from(builder, Topics.DELIVERY, "deliveries"), step("and-deliveries"))
                .merge(from(builder, Topics.FILE_DECISION, "decisions"), step("and-decisions"))
                .merge(from(builder, Topics.GOAL, "goals"), step("and-goals"))
                .merge(from(builder, Topics.PLAN_DECISION, "plan-decisions"), step("and-plan-decisions"))
                .merge(from(builder, Topics.PLANNED_PHASE, "phases"), step("and-phases"))
                .merge(from(builder, Topics.PLAN_TERMS, "plan-terms"), step("and-plan-terms"))
                .merge(from(builder, Topics.BENCHMARK, "benchmarks"), step("and-benchmarks"))
                .merge(from(builder, Topics.CLEARANCE, "clearances"), step("and-clearances"))
                .merge(from(builder, Topics.ISSUED_SESSION, "issued-sessions"), step("and-issued-sessions"))
                .merge(from(builder, Topics.WEEK_ORDER, "week-orders"), step("and-week-orders"))
                .merge(from(builder, Topics.RETRACTION, "retractions"), step("and-retractions"));
    }

    private static <F extends Fact> KStream<String, Object> from(StreamsBuilder builder, Topic<F> topic, String name) {
        return read(builder, topic, "read-" + name).mapValues(fact -> (Object) fact, step(name + "-as-facts"));
    }

    private static <V> void publish(KStream<String, Result> results, Topic<V> topic, String name) {
        KStream<String, V> told = results.filter((key, result) -> result.topic().equals(topic), step("only-" + name))
                .mapValues(result -> messageOf(result, topic), step("message-of-" + name));
        write(told, topic, "write-" + name);
    }

    private static <V> @Nullable V messageOf(Result result, Topic<V> topic) {
        return result.message().map(topic.type()::cast).orElse(null);
    }
}

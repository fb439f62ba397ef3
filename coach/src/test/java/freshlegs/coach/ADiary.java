package freshlegs.coach;

import freshlegs.model.Person;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.json.Revision;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Somebody whose check-ins are in the tables at once, under the revisions that they have everywhere. */
public final class ADiary extends AListener {
    private final TestDatabase database;

    public ADiary(TestDatabase database) {
        this.database = database;
    }

    @Override
    public Answer checkIn(Person by, CheckInWish wish) {
        CheckIn said = wish.said().as(Revision.of(wish.said()), wish.said().recordedAt());
        heard(by.role().key() + " " + said.kind().key() + " " + said.factId());
        write(said);
        return new Taken(said.revision());
    }

    /** As the warehouse does; the same telling twice is one row. */
    public void write(CheckIn said) {
        database.run("""
                insert into freshlegs.checkin_revision (athlete, kind, fact_id, revision, local_date, ingested_at, recorded_at,
                    pain_or_limp, symptoms, rank, %s)
                values ('%s', '%s', '%s', '%s', '%s', '%s', '%s', %s, '[%s]', %d, %s)
                on conflict do nothing
                """.formatted(
                        said instanceof CheckIn.Morning
                                ? "fatigue, mood, soreness, stress, sleep_quality, sleep_hours, pulse_bpm, alcohol, cycle_phase"
                                : "ordinal, effort, quality",
                        said.athlete(),
                        said.kind().key(),
                        said.factId(),
                        said.revision(),
                        said.localDate(),
                        said.ingestedAt(),
                        said.recordedAt(),
                        said.painOrLimp().map(String::valueOf).orElse("null"),
                        said.symptoms().stream()
                                .map(Symptom::name)
                                .map(name -> '"' + name + '"')
                                .collect(Collectors.joining(",")),
                        said.rank(),
                        values(said)));
    }

    private static String values(CheckIn said) {
        if (said instanceof CheckIn.AfterRun run) {
            return run.ordinal() + "," + sql(run.effort()) + "," + sql(run.quality());
        }
        CheckIn.Morning morning = (CheckIn.Morning) said;
        return String.join(
                ",",
                sql(morning.fatigue()),
                sql(morning.mood()),
                sql(morning.soreness()),
                sql(morning.stress()),
                sql(morning.sleepQuality()),
                sql(morning.sleepHours()),
                sql(morning.pulseBpm()),
                morning.alcohol().map(String::valueOf).orElse("null"),
                morning.cyclePhase().map(phase -> "'" + phase + "'").orElse("null"));
    }

    private static String sql(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "null";
    }

    private static String sql(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "null";
    }
}

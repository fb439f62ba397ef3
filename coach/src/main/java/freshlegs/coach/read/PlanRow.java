package freshlegs.coach.read;

import freshlegs.model.Status;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.sql.SQLException;

/** A row of {@code prescription}. */
final class PlanRow {
    static final String SELECT = """
            select p.athlete, p.date, p.level, p.level_name, p.status, to_jsonb(p.planned) as planned,
                   to_jsonb(p.prescribed) as prescribed, to_jsonb(p.adjustment) as adjustment,
                   to_jsonb(p.aim) as aim, to_jsonb(p.decisions) as decisions, to_jsonb(p.week) as week,
                   nullif(to_jsonb(p.ability), '{}') as ability, to_jsonb(p.done) as done, p.issued, p.proposed
            from freshlegs.prescription p
            """;

    private PlanRow() {}

    static Prescription read(Row row) throws SQLException {
        return new Prescription(
                row.athlete(),
                row.date("date"),
                row.whole("level"),
                row.text("level_name"),
                row.constant("status", Status.class),
                row.json("planned", Workout.class),
                row.json("prescribed", Workout.class),
                row.optionalJson("adjustment", Adjustment.class),
                row.optionalJson("aim", Prescription.Aim.class),
                row.jsonList("decisions", Prescription.Decided.class),
                row.optionalJson("week", PlanWeek.class),
                row.optionalJson("ability", Ability.class).orElse(Ability.UNKNOWN),
                row.optionalJson("done", Done.class),
                row.flag("issued"),
                row.flag("proposed"));
    }
}

package freshlegs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.AthleteId;
import freshlegs.model.result.TrendDay;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FlatTest {

    /** What a message of groups looks like. */
    record Message(AthleteId athlete, Group group, List<String> flags) {
        record Group(double load, Tracked sleepHours) {}

        record Tracked(OptionalDouble value, OptionalDouble low, int days) {}
    }

    @Test
    void groups_vanish_and_numbers_give_their_company_a_name() {
        assertThat(Flat.of(Message.class).names())
                .containsExactly("athlete", "load", "sleepHours", "sleepHoursLow", "sleepHoursDays", "flags");
    }

    @Test
    void a_row_holds_what_the_message_held_and_nothing_for_what_was_absent() throws Exception {
        OptionalDouble none = OptionalDouble.empty();
        Message message = new Message(
                AthleteId.of("anna"), new Message.Group(80, new Message.Tracked(none, none, 3)), List.of("hot"));
        ObjectNode row = Json.MAPPER.valueToTree(message);

        Flat.of(Message.class).flatten(row);

        assertThat(Json.writeText(row))
                .isEqualTo("{\"athlete\":\"anna\",\"load\":80.0,\"sleepHoursDays\":3,\"flags\":[\"hot\"]}");
    }

    @Test
    void no_two_fields_of_a_trend_share_a_name() {
        assertThat(Flat.of(TrendDay.class).names())
                .doesNotHaveDuplicates()
                .contains("load7d", "load7dBaseline", "restingHeartRateBpmMean28d", "acuteChronicCoupled");
    }
}

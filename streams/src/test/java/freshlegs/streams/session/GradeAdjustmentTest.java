package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeAdjustmentTest {

    @ParameterizedTest
    @CsvSource({"-10,0.88", "-5,0.90", "0,1.00", "5,1.19", "10,1.47", "20,2.24"})
    void it_meets_the_published_anchors(double gradePercent, double factor) {
        assertThat(GradeAdjustment.factor(gradePercent)).isEqualTo(factor, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-10,0.8841", "-5,0.8985", "5,1.1915", "10,1.4702", "20,2.2449"})
    void it_stays_close_to_an_independent_fit_of_the_same_curve(double gradePercent, double factor) {
        assertThat(GradeAdjustment.factor(gradePercent)).isEqualTo(factor, within(0.006));
    }

    @Test
    void it_never_falls_with_the_grade() {
        for (double grade = -12; grade < 22; grade += 0.1) {
            assertThat(GradeAdjustment.factor(grade + 0.1)).isGreaterThanOrEqualTo(GradeAdjustment.factor(grade));
        }
    }

    @Test
    void between_the_anchors_it_has_no_kinks() {
        for (double grade = -9.5; grade < 19.5; grade += 0.1) {
            double before = GradeAdjustment.factor(grade) - GradeAdjustment.factor(grade - 0.1);
            double after = GradeAdjustment.factor(grade + 0.1) - GradeAdjustment.factor(grade);
            assertThat(after).isEqualTo(before, within(0.001));
        }
    }

    @Test
    void outside_the_anchors_it_stays_what_it_was() {
        assertThat(GradeAdjustment.factor(-30)).isEqualTo(0.88);
        assertThat(GradeAdjustment.factor(30)).isEqualTo(2.24);
    }

    @Test
    void five_minutes_a_kilometre_up_five_percent_is_worth_four_twelve_on_the_level() {
        assertThat(1000 / GradeAdjustment.adjust(1000 / 300.0, 5)).isEqualTo(252, within(1.0));
    }
}

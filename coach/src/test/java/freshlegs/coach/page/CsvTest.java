package freshlegs.coach.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void fields_are_quoted_where_they_need_it_and_no_text_is_a_formula() {
        assertThat(Csv.of(List.of("Day", "Said"), Stream.of(List.of("2026-11-20", "a \"b\", c"), List.of("", "=1+1"))))
                .isEqualTo("Day,Said\r\n2026-11-20,\"a \"\"b\"\", c\"\r\n,'=1+1\r\n");
        assertThat(List.of(Csv.field("-3.5"), Csv.field("-x"), Csv.field("@a"), Csv.field("two\r\nlines")))
                .containsExactly("-3.5", "'-x", "'@a", "\"two\r\nlines\"");
    }
}

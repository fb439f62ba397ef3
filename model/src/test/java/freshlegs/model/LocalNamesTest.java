package freshlegs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.2"})
    void a_server_on_this_machine_is_asked_for_by_this_machines_names_alone(String host) {
        LocalNames names = LocalNames.of(host);

        for (String right : new String[] {"localhost", "LOCALHOST:8081", "127.0.0.1", "127.0.0.1:1", "[::1]:8081"}) {
            assertThat(names.allow(right)).as(right).isTrue();
        }
        for (String wrong : new String[] {
            "",
            "evil.example",
            "evil.example:8081",
            "localhost.evil.example",
            "127.0.0.1.evil.example:80",
            "evil@localhost"
        }) {
            assertThat(names.allow(wrong)).as(wrong).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "0:0:0:0:0:0:0:1", "[::1]"})
    void its_own_address_is_a_right_name_however_it_is_written(String host) {
        String named = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;

        assertThat(LocalNames.of(host).allow(named + ":8081")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void a_server_for_others_has_any_name(String host) {
        assertThat(LocalNames.of(host).allow("files.example.org")).isTrue();
    }
}

package freshlegs.ingest.garmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GarminOnlyTest {
    private final GarminOnly rule = new GarminOnly();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://apis.garmin.com/wellness-api/rest/activityFile?id=1&token=abc",
                "https://APIS.GARMIN.COM/wellness-api/rest/activityFile?id=1&token=a%2Fb",
                "https://apis.garmin.com:443/wellness-api/rest/activityFile?id=1",
            })
    void files_come_from_garmins_own_place(String address) {
        assertThat(rule.allowed(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "http://apis.garmin.com/wellness-api/rest/activityFile?id=1",
                "ftp://apis.garmin.com/wellness-api/rest/activityFile",
                "file:///etc/passwd",
                "jar:https://apis.garmin.com/wellness-api/rest/x!/y",
                "https:/wellness-api/rest/activityFile",
                "//apis.garmin.com/wellness-api/rest/activityFile",
                "https://apis.garmin.com:8443/wellness-api/rest/activityFile",
                "https://apis.garmin.com:80/wellness-api/rest/activityFile",
                "https://garmin.com/wellness-api/rest/activityFile",
                "https://apis.garmin.com.example.org/wellness-api/rest/activityFile",
                "https://example.org/https://apis.garmin.com/wellness-api/rest/activityFile",
                "https://apis.garmin.com@example.org/wellness-api/rest/activityFile",
                "https://user@apis.garmin.com/wellness-api/rest/activityFile",
                "https://user:word@apis.garmin.com/wellness-api/rest/activityFile",
                "https://apis.garmin.com\\@example.org/wellness-api/rest/activityFile",
                "https://example.org#@apis.garmin.com/wellness-api/rest/activityFile",
                "https://apis.garmin.com./wellness-api/rest/activityFile",
                "https://127.0.0.1/wellness-api/rest/activityFile",
                "https://[::1]/wellness-api/rest/activityFile",
                "https://169.254.169.254/wellness-api/rest/activityFile",
                "https://2130706433/wellness-api/rest/activityFile",
                "https://apis.garmin.com/",
                "https://apis.garmin.com/wellness-api/rest/",
                "https://apis.garmin.com/wellness-api/restless",
                "https://apis.garmin.com/other/wellness-api/rest/activityFile",
                "https://apis.garmin.com/wellness-api/rest/../../admin",
                "https://apis.garmin.com/wellness-api/rest/%2e%2e/admin",
                "https://apis.garmin.com/wellness-api/rest/..;/admin",
                "https://apis.garmin.com/wellness-api/rest/./x",
                "https://apis.garmin.com/wellness-api/rest//example.org",
                "https://apis.garmin.com/wellness-api/rest/x#y",
                "https://apis.garmin.com/wellness-api/rest/x\r\nHost: example.org",
                "https://apis.garmin.com%00.example.org/wellness-api/rest/x",
                "https://apis.gаrmin.com/wellness-api/rest/activityFile",
            })
    void nothing_comes_from_anywhere_else(String address) {
        assertThat(rule.allowed(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::"
            })
    void a_connection_into_the_house_is_not_used(String address) throws UnknownHostException {
        assertThat(rule.mayTalkTo(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"104.17.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::6811:101"})
    void a_connection_to_the_public_internet_is(String address) throws UnknownHostException {
        assertThat(rule.mayTalkTo(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void what_counts_is_the_address_that_was_really_connected_to() throws IOException {
        CheckedSockets sockets = new CheckedSockets((SSLSocketFactory) SSLSocketFactory.getDefault(), rule::mayTalkTo);
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket connected = new Socket(inside.getInetAddress(), inside.getLocalPort())) {
            assertThatThrownBy(() -> sockets.createSocket(connected, "apis.garmin.com", 443, true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not of the public internet");
            assertThat(connected.isClosed()).isTrue();
        }
    }
}

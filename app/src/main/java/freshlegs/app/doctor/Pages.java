package freshlegs.app.doctor;

import static freshlegs.app.setting.Catalogue.CONSOLE_HOST;
import static freshlegs.app.setting.Catalogue.CONSOLE_URL;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** How people reach the pages from elsewhere than this machine. */
final class Pages {
    private static final int HTTPS = 443;
    private static final int PATIENCE_MILLIS = 4000;
    private static final Duration SOON = Duration.ofDays(14);

    private Pages() {}

    static List<Finding> address(Site site) {
        Optional<URI> outside = site.settings().get(CONSOLE_URL);
        if (outside.isEmpty()) {
            return List.of(
                    isLoopback(site.settings().get(CONSOLE_HOST))
                            ? Finding.ok("The pages are for this machine alone.")
                            : Finding.warning(
                                    "The pages listen beyond this machine, and invitations cannot say where people open them.",
                                    "set FRESHLEGS_CONSOLE_URL to the https address of the proxy in front"));
        }
        URI address = outside.get();
        if (isLoopback(address.getHost())) {
            return List.of(Finding.ok("The pages are for this machine alone."));
        }
        if (!"https".equals(address.getScheme())) {
            return List.of(Finding.problem(
                    "People open the pages without encryption, passwords included (" + address.getHost() + ").",
                    "put a proxy that speaks https in front and set FRESHLEGS_CONSOLE_URL to its https address"));
        }
        return List.of(certificate(address, site.clock().instant()));
    }

    private static Finding certificate(URI address, Instant now) {
        int port = address.getPort() < 0 ? HTTPS : address.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, address.getHost(), port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return ends((X509Certificate) socket.getSession().getPeerCertificates()[0], address, now);
            }
        } catch (SSLException e) {
            return Finding.problem(
                    "Browsers do not trust the certificate of " + address.getHost() + ".",
                    "give the proxy a certificate for this name that is valid today");
        } catch (IOException e) {
            return Finding.warning(
                    address.getHost() + " cannot be reached from this machine.",
                    "check the proxy, or FRESHLEGS_CONSOLE_URL if people cannot open it either");
        }
    }

    private static Finding ends(X509Certificate certificate, URI address, Instant now) {
        Instant last = certificate.getNotAfter().toInstant();
        String sentence = "The certificate of " + address.getHost() + " is valid until " + last + ".";
        return last.isBefore(now.plus(SOON))
                ? Finding.warning(sentence, "renew it at the proxy before that day")
                : Finding.ok(sentence);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

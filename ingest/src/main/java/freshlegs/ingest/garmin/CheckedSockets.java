package freshlegs.ingest.garmin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/**
 * Looks at the address that a connection has really been made to, after the name was resolved and before a byte is sent: a name
 * that meanwhile points into the house does not help anyone.
 */
final class CheckedSockets extends SSLSocketFactory {
    private final SSLSocketFactory inner;
    private final Predicate<InetAddress> allowed;

    CheckedSockets(SSLSocketFactory inner, Predicate<InetAddress> allowed) {
        this.inner = inner;
        this.allowed = allowed;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        InetAddress address = connected.getInetAddress();
        if (address == null || !allowed.test(address)) {
            connected.close();
            throw new IOException("the host has an address that is not of the public internet");
        }
        return inner.createSocket(connected, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return inner.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return inner.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnected();
    }

    private static IOException unconnected() {
        return new IOException("only connections that can be looked at");
    }
}

package io.watchfloor.catalog.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.NobodysAddress;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/** The stages that are the same for every kind of target. */
final class Network {

	private static final int PATIENCE_MILLIS = 3_000;

	private static final int MOST_ADDRESSES = 4;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

	private Network() {
	}

	static String name(Endpoint endpoint, Target target) {
		try {
			List<InetAddress> addresses = Arrays.asList(addresses(endpoint, target));
			String more = (addresses.size() > MOST_ADDRESSES) ? " and " + (addresses.size() - MOST_ADDRESSES) + " more"
					: "";
			return endpoint.host() + " is "
					+ addresses.stream()
						.limit(MOST_ADDRESSES)
						.map(InetAddress::getHostAddress)
						.collect(Collectors.joining(", "))
					+ more;
		}
		catch (UnknownHostException unknown) {
			throw new Problem(Category.UNREACHABLE,
					"No address is known for " + endpoint.host()
							+ ". Look at the name in system.yaml, and at the DNS of the machine that runs Watchfloor.",
					unknown);
		}
	}

	/** All that the name means, each one that may be spoken to. */
	private static InetAddress[] addresses(Endpoint endpoint, Target target) throws UnknownHostException {
		return NobodysAddress.ALLOWED.equals(target.settings().get(NobodysAddress.SETTING))
				? InetAddress.getAllByName(endpoint.host())
				: NobodysAddress.refuse(endpoint.host(), NobodysAddress.exception(target.id().toString()));
	}

	static String route(Endpoint endpoint, Target target) {
		try (Socket socket = connected(endpoint, target)) {
			return "port " + endpoint.port() + " of " + socket.getInetAddress().getHostAddress() + " is open";
		}
		catch (IOException closing) {
			return "port " + endpoint.port() + " is open";
		}
	}

	private static Socket connected(Endpoint endpoint, Target target) {
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(addresses(endpoint, target)[0], endpoint.port()), PATIENCE_MILLIS);
			socket.setSoTimeout(PATIENCE_MILLIS);
			return socket;
		}
		catch (IOException failed) {
			throw new Problem(Category.UNREACHABLE,
					"Port " + endpoint.port() + " of " + endpoint.host() + switch (failed) {
						case SocketTimeoutException _ -> " did not answer within " + PATIENCE_MILLIS / 1000
								+ " s. A firewall or security group may drop what comes from here.";
						case NoRouteToHostException _ -> " cannot be reached: there is no route from here.";
						case ConnectException _ -> " refused the connection. Look whether it runs, and on this port.";
						default -> " cannot be reached: " + failed.getMessage() + ".";
					}, failed);
		}
	}

	static String tls(Endpoint endpoint, Target target) {
		try (Socket plain = connected(endpoint, target);
				SSLSocket socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain,
						endpoint.host(), endpoint.port(), true)) {
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			socket.setSSLParameters(parameters);
			socket.startHandshake();
			X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
			return socket.getSession().getProtocol() + ", certificate good until "
					+ DAY.format(certificate.getNotAfter().toInstant());
		}
		catch (SSLException refused) {
			throw new Problem(
					Category.UNREACHABLE, "The TLS handshake with " + endpoint.host() + " failed: "
							+ refused.getMessage() + ". Look at the certificate's names, its dates, and who issued it.",
					refused);
		}
		catch (IOException broken) {
			throw new Problem(Category.UNREACHABLE, endpoint.host() + " broke off the TLS handshake: "
					+ broken.getMessage() + ". Look whether it speaks TLS on this port.", broken);
		}
	}

}

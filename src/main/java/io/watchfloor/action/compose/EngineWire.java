package io.watchfloor.action.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.host.Duplex;
import io.watchfloor.action.host.RemotePrograms;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Opens connections to Docker engines: a socket file, TCP, or over SSH through
 * {@code docker system dial-stdio}.
 */
@Component
class EngineWire {

	static final String DEFAULT = "unix:///var/run/docker.sock";

	private static final Pattern TCP = Pattern.compile("tcp://[A-Za-z0-9_.\\[\\]:-]+:[0-9]{1,5}");

	private final RemotePrograms remote;

	EngineWire(RemotePrograms remote) {
		this.remote = remote;
	}

	/** How messages name the engine. */
	static String address(Target target) {
		String engine = target.settings().getOrDefault("engine", DEFAULT);
		return overSsh(target) ? engine + " on " + target.setting("address") : engine;
	}

	static boolean overSsh(Target target) {
		return "ssh".equals(target.settings().get("via"));
	}

	/** The engine's address in the form that Docker's tools take. */
	static String engine(Target target) {
		String engine = target.settings().getOrDefault("engine", DEFAULT);
		if (!engine.matches("unix:///[A-Za-z0-9_./-]+") && !TCP.matcher(engine).matches()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The engine of " + target.id()
					+ " must look like unix:///var/run/docker.sock or tcp://host:2375; over SSH set 'via: ssh'.");
		}
		return engine;
	}

	/**
	 * As {@link #engine}, with the address that was looked at in the name's place, for
	 * tools of this machine that would ask for it again.
	 */
	static String pinned(Target target) {
		String engine = engine(target);
		if (overSsh(target) || !engine.startsWith("tcp:")) {
			return engine;
		}
		URI uri = URI.create(engine);
		try {
			String address = AddressGuard.addresses(target, AddressGuard.host(target, uri))[0].getHostAddress();
			return "tcp://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + uri.getPort();
		}
		catch (UnknownHostException unknown) {
			return engine;
		}
	}

	/**
	 * Connects.
	 * @throws Problem when nobody listens or may not be spoken to
	 */
	Duplex open(Target target) {
		String engine = engine(target);
		if (overSsh(target)) {
			return this.remote.open(target, List.of("docker", "-H", engine, "system", "dial-stdio"));
		}
		try {
			return new Socket(engine.startsWith("unix:") ? file(engine) : tcp(target, engine));
		}
		catch (IOException refused) {
			throw new Problem(
					Problem.Category.UNREACHABLE, "The Docker engine at " + engine + " cannot be reached: "
							+ refused.getMessage() + ". Look whether it runs and whether Watchfloor's user may use it.",
					refused);
		}
	}

	private static SocketChannel file(String engine) throws IOException {
		SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		channel.connect(UnixDomainSocketAddress.of(engine.substring("unix://".length())));
		return channel;
	}

	private static SocketChannel tcp(Target target, String engine) throws IOException {
		URI uri = URI.create(engine);
		SocketChannel channel = SocketChannel.open();
		channel.socket().connect(AddressGuard.pinned(target, AddressGuard.host(target, uri), uri.getPort()), 3_000);
		return channel;
	}

	private record Socket(SocketChannel channel) implements Duplex {

		@Override
		public InputStream in() {
			return Channels.newInputStream(this.channel);
		}

		@Override
		public OutputStream out() {
			return Channels.newOutputStream(this.channel);
		}

		@Override
		public void close() throws IOException {
			this.channel.close();
		}

	}

}

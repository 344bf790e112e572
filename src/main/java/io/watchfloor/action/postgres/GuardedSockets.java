package io.watchfloor.action.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.NobodysAddress;
import org.jspecify.annotations.Nullable;

import javax.net.SocketFactory;

/**
 * Sockets that connect to nobody's address only where the target allows it. The driver
 * makes it by its name, and resolves the server's name itself; what is looked at here is
 * the address that it connects to.
 */
public final class GuardedSockets extends SocketFactory {

	private final String exception;

	/**
	 * Made by the driver.
	 * @param argument as {@link #argument} gave it
	 */
	public GuardedSockets(String argument) {
		this.exception = argument;
	}

	/**
	 * What the driver hands over: what the refusal says, or nothing where there is none.
	 */
	static String argument(Target target) {
		return AddressGuard.allows(target) ? "" : AddressGuard.exception(target);
	}

	@Override
	public Socket createSocket() {
		return new Socket() {

			@Override
			public void connect(@Nullable SocketAddress to, int patience) throws IOException {
				InetAddress address = (to instanceof InetSocketAddress where) ? where.getAddress() : null;
				if (!GuardedSockets.this.exception.isEmpty() && address != null && NobodysAddress.is(address)) {
					throw new IOException(
							NobodysAddress.refused(address.getHostAddress(), address, GuardedSockets.this.exception));
				}
				super.connect(to, patience);
			}

		};
	}

	@Override
	public Socket createSocket(@Nullable String host, int port) {
		throw new UnsupportedOperationException("the driver connects by itself");
	}

	@Override
	public Socket createSocket(@Nullable String host, int port, @Nullable InetAddress from, int fromPort) {
		throw new UnsupportedOperationException("the driver connects by itself");
	}

	@Override
	public Socket createSocket(@Nullable InetAddress host, int port) {
		throw new UnsupportedOperationException("the driver connects by itself");
	}

	@Override
	public Socket createSocket(@Nullable InetAddress host, int port, @Nullable InetAddress from, int fromPort) {
		throw new UnsupportedOperationException("the driver connects by itself");
	}

}

package io.watchfloor.action.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.session.ClientSession;
import org.springframework.stereotype.Component;

/** Programs on a host over SSH that are talked to while they run. */
@Component
public class RemotePrograms {

	private final SshSessions sessions;

	RemotePrograms(SshSessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * Starts a program on the target's {@code address}.
	 * @throws Problem when the host cannot be reached or refuses
	 */
	public Duplex open(Target target, List<String> words) {
		SshAddress address = SshAddress.of(target);
		ClientSession session = this.sessions.open(address, target);
		try {
			ChannelExec channel = session.createExecChannel(RemoteWords.line(words, null));
			channel.open().verify(SshSessions.SIGN_IN);
			return new Conversation(session, channel);
		}
		catch (IOException refused) {
			session.close(true);
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"'" + words.getFirst() + "' could not be started on " + address + ": " + refused.getMessage() + ".",
					refused);
		}
	}

	private record Conversation(ClientSession session, ChannelExec channel) implements Duplex {

		@Override
		public InputStream in() {
			return this.channel.getInvertedOut();
		}

		@Override
		public OutputStream out() {
			return this.channel.getInvertedIn();
		}

		@Override
		public void close() {
			this.session.close(true);
		}

	}

}

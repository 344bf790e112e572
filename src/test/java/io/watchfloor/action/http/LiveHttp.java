package io.watchfloor.action.http;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.NoSecrets;

/** The connector for services, for tests of others. */
public final class LiveHttp {

	private LiveHttp() {
	}

	/** What the connector can do. */
	public static List<ActionHandler<?>> handlers() {
		return List.of(new HttpCallHandler(new HttpServers(new NoSecrets()), Clock.systemUTC()));
	}

	/** Replaces what stands there. */
	public static Action put(String path, String body) {
		return new HttpCall(HttpCall.Method.PUT, path, Map.of(), SignIn.NONE, body);
	}

}

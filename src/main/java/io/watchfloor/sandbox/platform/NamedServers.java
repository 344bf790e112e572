package io.watchfloor.sandbox.platform;

import java.util.Map;

import io.watchfloor.sandbox.platform.LocalServer.Answer;

/** The cluster of ElastiCache and the instance of RDS, in the XML that these speak. */
final class NamedServers {

	private static final String NAME = "cs-mcp-prod";

	private final Supervisor supervisor;

	NamedServers(Supervisor supervisor) {
		this.supervisor = supervisor;
	}

	/** The request's fields; {@code Action} names the operation. */
	Answer answer(Map<String, String> form) {
		String action = form.getOrDefault("Action", "");
		return switch (action) {
			case "DescribeCacheClusters" -> of(form, "CacheClusterId", "CacheCluster",
					() -> result(action, "<CacheClusters>" + cache() + "</CacheClusters>"));
			case "RebootCacheCluster" -> of(form, "CacheClusterId", "CacheCluster", () -> {
				this.supervisor.restartCache();
				return result(action, cache());
			});
			case "DescribeDBInstances" -> of(form, "DBInstanceIdentifier", "DBInstance",
					() -> result(action, "<DBInstances>" + database() + "</DBInstances>"));
			default -> refused("InvalidAction", "the sandbox's stand-in for AWS does not know " + action);
		};
	}

	private static Answer of(Map<String, String> form, String field, String kind, Known answer) {
		return form.getOrDefault(field, NAME).equals(NAME) ? answer.answer()
				: refused(kind + "NotFound", kind + " not found: " + form.get(field));
	}

	private String cache() {
		String status = this.supervisor.cacheRuns() ? "available" : "modifying";
		return """
				<CacheCluster><CacheClusterId>%s</CacheClusterId><CacheClusterStatus>%s</CacheClusterStatus>\
				<Engine>redis</Engine><EngineVersion>7.0.7</EngineVersion><CacheNodeType>cache.t4g.small</CacheNodeType>\
				<NumCacheNodes>1</NumCacheNodes><CacheNodes><CacheNode><CacheNodeId>0001</CacheNodeId>\
				<CacheNodeStatus>%s</CacheNodeStatus></CacheNode></CacheNodes></CacheCluster>"""
			.formatted(NAME, status, status);
	}

	private static String database() {
		return """
				<DBInstance><DBInstanceIdentifier>%s</DBInstanceIdentifier><DBInstanceStatus>available</DBInstanceStatus>\
				<Engine>postgres</Engine><EngineVersion>16.4</EngineVersion><DBInstanceClass>db.t4g.medium</DBInstanceClass>\
				<MultiAZ>true</MultiAZ></DBInstance>"""
			.formatted(NAME);
	}

	private static Answer result(String action, String content) {
		return new Answer(200, "text/xml",
				"<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, content));
	}

	private static Answer refused(String code, String message) {
		return new Answer(400, "text/xml",
				"<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
					.formatted(code, message.replaceAll("[<>&]", "?")));
	}

	private interface Known {

		Answer answer();

	}

}

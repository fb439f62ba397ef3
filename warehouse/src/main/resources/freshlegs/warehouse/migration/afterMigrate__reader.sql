-- After every migration, so that a database that was restored elsewhere has its reader again. Roles belong to all databases of a
-- server: another one may have made it, at this moment even.
do
$$
    begin
        if not exists (select from pg_roles where rolname = 'freshlegs_reader') then
            begin
                create role freshlegs_reader nologin;
            exception
                when duplicate_object or unique_violation then null;
                when insufficient_privilege then
                    raise notice 'freshlegs sql needs a role that % may not make; run as one who may: create role freshlegs_reader nologin; grant freshlegs_reader to %; then start again', current_user, quote_ident(current_user);
            end;
        end if;
        if exists (select from pg_roles where rolname = 'freshlegs_reader') then
            if not has_schema_privilege('freshlegs_reader', 'analytics', 'usage') then
                grant usage on schema analytics to freshlegs_reader;
            end if;
            if exists (select from pg_class
                       where relnamespace = 'analytics'::regnamespace and relkind = 'v'
                         and not has_table_privilege('freshlegs_reader', oid, 'select')) then
                grant select on all tables in schema analytics to freshlegs_reader;
            end if;
            if not pg_has_role('freshlegs_reader', 'member') then
                begin
                    execute format('grant freshlegs_reader to %I', current_user);
                exception
                    when insufficient_privilege then
                        raise notice 'freshlegs sql needs a role that % does not have; run as one who may: grant freshlegs_reader to %', current_user, quote_ident(current_user);
                end;
            end if;
        end if;
    end
$$;

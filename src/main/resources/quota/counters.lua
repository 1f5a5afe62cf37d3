-- What all scripts share. All keys of an organization carry the same hash tag, so that they are in one place on a cluster: those not
-- named in KEYS are made of KEYS[1].
--   KEYS[1]                a hash: applied, the last commit counted; revision, of the newest quota counted; a field for each quota
--                          counted, with the commit it begins after
--   KEYS[1]:<quota>:<from> a hash of the counters of a place, which is a period or a step of a window that rolls: l1..l5 from the
--                          ledger, s1..s5 settled and not in the ledger, h1..h5 held by reservations; at, when the last call was let
--                          through
--   KEYS[1]:lease:<id>     a reservation
--   KEYS[1]:leases         those not settled, by expiry
--   KEYS[1]:lock           who counts anew
-- Times are milliseconds, by the caller's clock. The numbers 1 to 5 are the metrics.
local root = KEYS[1]
local leases = root .. ':leases'
local LEDGER, SETTLED, HELD = 0, 5, 10
local NAMES = {'l1', 'l2', 'l3', 'l4', 'l5', 's1', 's2', 's3', 's4', 's5', 'h1', 'h2', 'h3', 'h4', 'h5', 'at'}

local function whole(number)
  return string.format('%d', number)
end

-- From an argument on: place, how long to keep it, the length and the step of a window that rolls in seconds, or 0.
local function quotaAt(at)
  return {period = ARGV[at], keep = ARGV[at + 1], length = tonumber(ARGV[at + 2]), step = tonumber(ARGV[at + 3])}
end

local function counters(quota)
  return root .. ':' .. quota.period
end

-- The places that the script has read, with what it has changed there.
local places = {}

-- l1..l5, s1..s5, h1..h5, at. A place is read once and written once, however many calls there are for it.
local function place(key)
  local values = places[key]
  if not values then
    values = redis.call('HMGET', key, unpack(NAMES))
    values.empty = not (values[LEDGER + 4] or values[SETTLED + 4] or values[HELD + 4])
    for i = 1, 16 do
      values[i] = tonumber(values[i] or 0)
    end
    places[key] = values
  end
  return values
end

local function add(quota, part, amounts, sign)
  local values = place(counters(quota))
  values.added = values.added or {}
  values.keep = quota.keep
  for i = part + 1, part + 5 do
    local change = sign * amounts[i - part]
    if change ~= 0 then
      values[i] = values[i] + change
      values.added[i] = (values.added[i] or 0) + change
    end
  end
end

local function pace(quota, now)
  local values = place(counters(quota))
  values[16] = now
  values.paced = true
end

-- What is beyond 2^53, and so not whole here, Redis adds.
local function writePlace(key, values)
  local changed = {}
  for i, change in pairs(values.added) do
    if math.abs(values[i]) + math.abs(change) < 2 ^ 53 then
      changed[#changed + 1] = NAMES[i]
      changed[#changed + 1] = whole(values[i])
    else
      redis.call('HINCRBY', key, NAMES[i], whole(change))
    end
  end
  if values.paced then
    changed[#changed + 1] = 'at'
    changed[#changed + 1] = whole(values[16])
  end
  if #changed > 0 then
    redis.call('HSET', key, unpack(changed))
  end
  if values.empty then
    redis.call('PEXPIRE', key, values.keep)
  end
end

-- To be called once, before the script answers.
local function write()
  for key, values in pairs(places) do
    if values.added then
      writePlace(key, values)
    end
  end
end

-- When the oldest step that is counted begins, and the newest. The one after the running one counts, for those whose clocks are ahead.
local function steps(quota, now)
  local running = math.floor(now / 1000 / quota.step) * quota.step
  return running - quota.length, running + quota.step
end

local function step(quota, from)
  return root .. ':' .. string.sub(quota.period, 1, 37) .. whole(from)
end

-- l1..l5, s1..s5, h1..h5, at
local function read(quota, now)
  if (quota.step or 0) == 0 then
    return place(counters(quota))
  end
  local sums = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
  local oldest, newest = steps(quota, now)
  for from = oldest, newest, quota.step do
    local key = step(quota, from)
    if places[key] or redis.call('EXISTS', key) == 1 then
      local values = place(key)
      for i = 1, 15 do
        sums[i] = sums[i] + values[i]
      end
      sums[16] = math.max(sums[16], values[16])
    end
  end
  return sums
end

-- The milliseconds until so much of what is used of a metric has left the window that there is room for it.
local function untilRoom(quota, now, metric, used, estimate, limit)
  local oldest, newest = steps(quota, now)
  for from = oldest, newest, quota.step do
    local values = place(step(quota, from))
    used = used - values[LEDGER + metric] - values[SETTLED + metric]
    if used < limit and used + estimate <= limit then
      return (from + quota.length + quota.step) * 1000 - now
    end
  end
  return quota.length * 1000
end

local function nameOf(id)
  return root .. ':lease:' .. id
end

local function load(id)
  local packed = redis.call('GET', nameOf(id))
  return packed and cmsgpack.unpack(packed)
end

-- What is over is kept for those who ask again.
local function close(id, lease, state, keep)
  if lease.state == 'OPEN' then
    for _, quota in ipairs(lease.quotas) do
      add(quota, HELD, lease.estimate, -1)
    end
  end
  lease.state = state
  redis.call('SET', nameOf(id), cmsgpack.pack(lease), 'PX', keep)
  redis.call('ZREM', leases, id)
end

local looked = 0

local function returnExpired(now)
  if now <= looked then
    return
  end
  looked = now
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', leases, '-inf', now, 'LIMIT', 0, 100)) do
    local lease = load(id)
    if lease and lease.state == 'OPEN' then
      close(id, lease, 'EXPIRED', lease.keep)
    else
      redis.call('ZREM', leases, id)
    end
  end
end

local function spent(answer, quota, now)
  local values = read(quota, now)
  answer[#answer + 1] = quota.period
  for i = 1, 5 do
    answer[#answer + 1] = whole(values[i] + values[5 + i])
  end
end

-- The ledger counts the call of a reservation now: what it holds or has settled is counted there. Answers it when that changes what is
-- spent.
local function record(id, keep)
  local lease = load(id)
  if not lease or lease.state == 'RECORDED' then
    return nil
  end
  local settled = lease.state == 'SETTLED'
  if settled then
    for _, quota in ipairs(lease.quotas) do
      add(quota, SETTLED, lease.used, -1)
    end
  end
  close(id, lease, 'RECORDED', keep)
  return settled and lease
end

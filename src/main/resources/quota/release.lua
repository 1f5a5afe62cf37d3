-- id; keep: how long what is over is. Answers RELEASED, SETTLED or UNKNOWN.
local function release(call)
  local lease = load(call.id)
  if not lease then
    return {'UNKNOWN'}
  end
  if lease.state == 'SETTLED' or lease.state == 'RECORDED' then
    return {'SETTLED'}
  end
  close(call.id, lease, 'RELEASED', call.keep)
  return {'RELEASED'}
end
